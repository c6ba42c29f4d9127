import { describe, expect, it } from 'vitest';
import { EVENTS } from '../contracts/events/catalogue.ts';
import type { LogEvent } from '../contracts/events/envelope.ts';
import { isKnownEvent, KNOWN_VERSIONS } from './known-versions.ts';

const event = (type: string, schemaVersion: number): LogEvent => ({
  id: '', shopId: '', conversationId: '', episode: 1, seq: 1, publicSeq: null, position: 1, at: 0, actor: { kind: 'system', id: '' },
  causationId: null, schemaVersion, type, payload: {}, contentId: null, content: null,
});

describe('the known versions', () => {
  it("are the contract's", () => {
    expect(KNOWN_VERSIONS).toEqual(Object.fromEntries(Object.entries(EVENTS).map(([type, { schemaVersion }]) => [type, schemaVersion])));
  });

  it.each(Object.entries(KNOWN_VERSIONS))('of %s reach to %i', (type, version) => {
    expect(isKnownEvent(event(type, version))).toBe(true);
    expect(isKnownEvent(event(type, version + 1))).toBe(false);
  });

  it.each(['hidden', 'promise.made', '', 'constructor', '__proto__', 'toString'])('have no %j', (type) => {
    expect(isKnownEvent(event(type, 1))).toBe(false);
  });
});
