import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemRandom } from '../../../src/main/ports/system-random.ts';
import { createDrafts } from '../../../src/main/sessions/drafts.ts';
import { Outbox } from '../../../src/main/sessions/outbox/outbox.ts';
import { OutboxStore } from '../../../src/main/sessions/outbox/outbox-store.ts';
import { createSeal } from '../../../src/main/sessions/storage/seal.ts';
import { openWorkFile } from '../../../src/main/sessions/storage/work-file.ts';
import { testId } from './far-end.ts';
import { createManualClock } from './manual-clock.ts';

class Death extends Error {}

const conversationId = testId();
let folder: string;
const closes: (() => void)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-outbox-'));
});
afterEach(() => {
  closes.splice(0).forEach((close) => close());
  rmSync(folder, { recursive: true });
});

/** One life of an outbox over the folder's file; `dieAtNextWrite` ends it in the middle of what it does next. */
function live() {
  const opened = openWorkFile(folder, 0, () => true);
  if (!opened.ok) throw new Error(opened.error.code);
  const { db } = opened.value;
  closes.push(() => db.close());
  let isDying = false;
  const bytes = (count: number) => {
    if (isDying) throw new Death();
    return systemRandom.bytes(count);
  };
  const seal = createSeal(new Uint8Array(32).fill(7), { ...systemRandom, bytes });
  const clock = createManualClock();
  const drafts = createDrafts({ db, seal, clock });
  const outbox = new Outbox(new OutboxStore(db, seal), clock, drafts);
  return { outbox, drafts, dieAtNextWrite: () => void (isDying = true) };
}

const post = (text: string) => ({ id: testId(), type: 'message.post', conversationId, seenSeq: 3, payload: { text, attachments: [] } });
const states = ({ outbox }: ReturnType<typeof live>) => outbox.entriesOf(conversationId).map(({ id, state }) => [id, state.kind]);

/** A refused reply and one that waits behind it. */
function lineWithRefused(life: ReturnType<typeof live>) {
  const [refused, waiting] = [post('refused'), post('waiting')];
  life.outbox.add(refused, true);
  life.outbox.refuse(refused.id, { code: 'STALE' });
  life.outbox.add(waiting, true);
  return { refused, waiting };
}

it('a reply is not held for good when the desk dies just after the refused one before it was dropped', () => {
  const life = live();
  const { refused, waiting } = lineWithRefused(life);
  life.dieAtNextWrite();
  expect(() => life.outbox.drop(refused.id)).toThrow(Death);
  expect(states(live())).toEqual([[waiting.id, 'queued']]);
});

it('a reply stays held over a death while the refused one before it is there', () => {
  const life = live();
  const { refused, waiting } = lineWithRefused(life);
  expect(states(live())).toEqual([[refused.id, 'refused'], [waiting.id, 'held']]);
});

/** Where a reply's words are, as another life finds them. */
const wordsIn = ({ outbox, drafts }: ReturnType<typeof live>) => ({
  outbox: outbox.entriesOf(conversationId).map(({ payload }) => payload['text']),
  draft: drafts.get({ conversationId, mode: 'reply' })?.text ?? null,
});

it('words that are taken back are in the draft and not in the outbox, before what was written since', () => {
  const life = live();
  const reply = post('one');
  life.outbox.add(reply, true);
  life.drafts.save({ conversationId, mode: 'reply', text: 'two', attachments: [] });
  expect(life.outbox.takeBack({ id: reply.id, mode: 'reply' })).toMatchObject({ ok: true });
  expect([wordsIn(life), wordsIn(live())]).toEqual([{ outbox: [], draft: 'one\ntwo' }, { outbox: [], draft: 'one\ntwo' }]);
});

it('words are in the outbox alone when the desk dies while they are taken back', () => {
  const life = live();
  const reply = post('one');
  life.outbox.add(reply, true);
  life.dieAtNextWrite();
  expect(() => life.outbox.takeBack({ id: reply.id, mode: 'reply' })).toThrow(Death);
  expect(wordsIn(live())).toEqual({ outbox: ['one'], draft: null });
});

it('a reply that was sent and not answered is told as such and not taken back, so that it is not sent a second time under another id', () => {
  const life = live();
  const reply = post('one');
  life.outbox.add(reply, true);
  life.outbox.markInFlight(reply.id);
  life.outbox.requeue(reply.id);
  for (const later of [life, live()]) {
    expect(later.outbox.entries().map(({ state }) => state)).toEqual([{ kind: 'queued', wasSent: true }]);
    expect(later.outbox.takeBack({ id: reply.id, mode: 'reply' })).toMatchObject({ error: { code: 'TRANSITION_REFUSED' } });
    expect(wordsIn(later)).toEqual({ outbox: ['one'], draft: null });
  }
});
