import type { DatabaseSync } from 'node:sqlite';
import type { BridgeCommands, BridgeQueries } from '../../shared/contracts/bridge/contract.ts';
import type { OutboxEntry } from '../../shared/contracts/bridge/outbox.ts';
import { BRIDGE_QUERIES } from '../../shared/contracts/bridge/contract.ts';
import { wordsInFront, type Words } from '../../shared/domain/words-in-front.ts';
import { LIMITS } from '../../shared/lib/limits.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { Clock } from '../ports/clock.ts';
import { areSame, sentWords } from './sent-words.ts';
import type { Seal } from './storage/seal.ts';
import { storageFailure } from './storage/sqlite-failure.ts';

export type DraftKey = BridgeQueries['draft.get']['input'];
export type Draft = NonNullable<BridgeQueries['draft.get']['output']>;
export type DraftLine = BridgeQueries['draft.list']['output'][number];
export type DraftToSave = BridgeCommands['draft.save']['input'];

const draftSchema = BRIDGE_QUERIES['draft.get'].output.unwrap();

/** What was written and not sent, per conversation and mode. A draft goes when an empty one is saved, or with the act that sends it. */
export type Drafts = {
  /** On disk when it returns. */
  readonly save: (draft: DraftToSave) => Result<{ savedAt: number }, Failure>;
  readonly get: (key: DraftKey) => Draft | null;
  /** Beginnings, for the list of conversations. */
  readonly list: () => DraftLine[];
  /** Takes away the draft whose words an act sends; one that holds other words stays. Throws what the disk refuses. */
  readonly removeSent: (act: OutboxEntry) => void;
  /** Words that come back from the outbox stand before what has been written since. Throws what the disk refuses. */
  readonly putInFront: (key: DraftKey, words: Words) => void;
};

type Deps = { readonly db: DatabaseSync; readonly seal: Seal; readonly clock: Clock };

/** Ties a sealed draft to its row. */
export const labelOf = ({ conversationId, mode }: DraftKey): string => `draft:${conversationId}:${mode}`;

export function createDrafts({ db, seal, clock }: Deps): Drafts {
  const upsert = db.prepare('INSERT OR REPLACE INTO drafts (conversation_id, mode, saved_at, body) VALUES (?, ?, ?, ?)');
  const remove = db.prepare('DELETE FROM drafts WHERE conversation_id = ? AND mode = ?');
  const select = db.prepare('SELECT body FROM drafts WHERE conversation_id = ? AND mode = ?');
  const selectAll = db.prepare('SELECT conversation_id, mode, body FROM drafts ORDER BY saved_at DESC');
  const read = (body: unknown, key: DraftKey): Draft => draftSchema.parse(seal.open(body as Uint8Array, labelOf(key)));

  function write({ conversationId, mode, text, attachments }: DraftToSave, savedAt: number): void {
    if (text === '' && attachments.length === 0) remove.run(conversationId, mode);
    else upsert.run(conversationId, mode, savedAt, seal.close({ text, attachments, savedAt }, labelOf({ conversationId, mode })));
  }

  function get(key: DraftKey): Draft | null {
    const row = select.get(key.conversationId, key.mode);
    return row ? read(row['body'], key) : null;
  }

  return {
    get,
    save: (draft) => {
      const savedAt = clock.now();
      try {
        write(draft, savedAt);
        return ok({ savedAt });
      } catch (problem) {
        const failure = storageFailure(problem);
        if (failure) return err(failure);
        throw problem;
      }
    },
    list: () =>
      selectAll.all().map((row) => {
        const key = { conversationId: String(row['conversation_id']), mode: row['mode'] as DraftKey['mode'] };
        return { ...key, start: [...read(row['body'], key).text].slice(0, LIMITS.lastLineCharacters).join('') };
      }),
    removeSent: (act) => {
      const sent = sentWords(act);
      const draft = sent && get(sent);
      if (sent && draft && areSame(draft, sent)) remove.run(sent.conversationId, sent.mode);
    },
    putInFront: (key, words) => write({ ...key, ...wordsInFront(words, get(key) ?? { text: '', attachments: [] }) }, clock.now()),
  };
}
