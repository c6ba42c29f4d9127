import { describe, expect, it } from 'vitest';
import { deepLinkIn, parseDeepLink } from './deep-link.ts';

const id = '01900000-0000-7000-8000-000000000001';

describe('a deep link', () => {
  it('leads to a conversation', () => {
    expect(parseDeepLink(`baton://conversation/${id}`)).toEqual({ kind: 'conversation', conversationId: id });
  });

  it.each(['', 'baton://conversation/', 'baton://conversation/1;rm', `baton://settings/${id}`, `https://conversation/${id}`, `baton://conversation/${id}/more`])('%s is unknown', (address) => {
    expect(parseDeepLink(address)).toEqual({ kind: 'unknown' });
  });

  it('is found on a command line', () => {
    expect(deepLinkIn(['baton', '.', `baton://conversation/${id}`])).toBe(`baton://conversation/${id}`);
    expect(deepLinkIn(['baton', '.'])).toBeNull();
  });
});
