import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { OutboxEntry } from '../../shared/contracts/bridge/outbox.ts';
import { systemRandom } from '../ports/system-random.ts';
import { createDrafts, type DraftKey, type Drafts } from './drafts.ts';
import { createSeal } from './storage/seal.ts';
import { openWorkFile } from './storage/work-file.ts';

const [HERE, THERE] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'];
const REPLY: DraftKey = { conversationId: HERE, mode: 'reply' };
const picture = { blobId: 'a'.repeat(64), name: 'cup.png', mediaType: 'image/png', bytes: 9 };

const open: { close: () => void }[] = [];
afterEach(() => open.splice(0).forEach((db) => db.close()));

function openDrafts(): Drafts {
  const opened = openWorkFile(mkdtempSync(join(tmpdir(), 'baton-drafts-')), 0, () => true);
  if (!opened.ok) throw new Error(opened.error.code);
  open.push(opened.value.db);
  return createDrafts({ db: opened.value.db, seal: createSeal(systemRandom.bytes(32), systemRandom), clock: { now: () => 1, after: () => () => undefined } });
}

type Post = { readonly type: string; readonly conversationId: string; readonly payload: OutboxEntry['payload'] };

const act = (post: Post): OutboxEntry => ({ ...post, id: HERE, lane: 'messages', seenSeq: 0, createdAt: 0, state: { kind: 'queued' } });
const reply = (text: string, attachments: readonly (typeof picture)[] = []): OutboxEntry => act({ type: 'message.post', conversationId: HERE, payload: { text, attachments: [...attachments] } });
const note = (text: string): OutboxEntry => act({ type: 'note.post', conversationId: HERE, payload: { text } });

describe('a draft goes with the act that sends it', () => {
  it.each([
    ['the same words', { text: 'sent', attachments: [] }, reply('sent')],
    ['with blanks around them, which are not sent', { text: ' sent \n', attachments: [] }, reply('sent')],
    ['with the files that were sent', { text: 'sent', attachments: [picture] }, reply('sent', [picture])],
    ['a file alone', { text: '', attachments: [picture] }, reply('', [picture])],
    ['by a suggestion', { text: 'sent', attachments: [] }, act({ ...reply('sent'), payload: { text: 'sent', attachments: [], suggestion: { setId: HERE, suggestionId: THERE, edited: false } } })],
  ])('%s', (_, draft, sent) => {
    const drafts = openDrafts();
    drafts.save({ ...REPLY, ...draft });
    drafts.removeSent(sent);
    expect(drafts.get(REPLY)).toBeNull();
    expect(drafts.list()).toEqual([]);
  });

  it.each([
    ['holds other words', { text: 'sent and more', attachments: [] }, reply('sent')],
    ['holds a file that did not go', { text: 'sent', attachments: [picture] }, reply('sent')],
    ['is a reply, and a note was sent', { text: 'sent', attachments: [] }, note('sent')],
    ['belongs to another conversation', { text: 'sent', attachments: [] }, act({ ...reply('sent'), conversationId: THERE })],
    ['has the words of an edit', { text: 'sent', attachments: [] }, act({ type: 'message.edit', conversationId: HERE, payload: { messageId: THERE, text: 'sent' } })],
  ])('and stays when it %s', (_, draft, sent) => {
    const drafts = openDrafts();
    drafts.save({ ...REPLY, ...draft });
    drafts.removeSent(sent);
    expect(drafts.get(REPLY)).toMatchObject(draft);
  });
});

it('whatever is saved and sent in whatever order, a draft is what was saved last, unless that was sent since', () => {
  const step = fc.record({
    does: fc.constantFrom('save', 'send'), conversationId: fc.constantFrom(HERE, THERE), mode: fc.constantFrom('reply', 'note'), text: fc.constantFrom('', 'a', 'b', ' a'),
  });
  const keys: DraftKey[] = [HERE, THERE].flatMap((conversationId) => [{ conversationId, mode: 'reply' }, { conversationId, mode: 'note' }]);
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const drafts = openDrafts();
      const expected = new Map<string, string>();
      for (const { does, conversationId, mode, text } of steps) {
        const key = `${mode} ${conversationId}`;
        if (does === 'save') {
          drafts.save({ conversationId, mode, text, attachments: [] });
          expected.set(key, text);
        } else {
          drafts.removeSent(act(mode === 'reply' ? { type: 'message.post', conversationId, payload: { text, attachments: [] } } : { type: 'note.post', conversationId, payload: { text } }));
          if (expected.get(key)?.trim() === text.trim()) expected.delete(key);
        }
      }
      for (const key of keys) expect(drafts.get(key)?.text ?? '').toBe(expected.get(`${key.mode} ${key.conversationId}`) ?? '');
    }),
    { numRuns: 40 },
  );
});
