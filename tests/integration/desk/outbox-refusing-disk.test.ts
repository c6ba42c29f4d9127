import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemRandom } from '../../../src/main/ports/system-random.ts';
import { createDrafts } from '../../../src/main/sessions/drafts.ts';
import type { Answer } from '../../../src/main/sessions/link/pending-requests.ts';
import { OutboxPump } from '../../../src/main/sessions/outbox/outbox-pump.ts';
import { OutboxStore } from '../../../src/main/sessions/outbox/outbox-store.ts';
import { Outbox } from '../../../src/main/sessions/outbox/outbox.ts';
import { createSeal } from '../../../src/main/sessions/storage/seal.ts';
import { openWorkFile } from '../../../src/main/sessions/storage/work-file.ts';
import { testId } from './far-end.ts';
import { createManualClock } from './manual-clock.ts';
import { until } from './until.ts';

type Result = Extract<Answer<unknown>, { kind: 'answered' }>['result'];

const conversationId = testId();
/** Longer than any pause before something is tried again. */
const A_WHILE_MS = 20_000;
let folder: string;
const ends: (() => void)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baton-outbox-'));
});
afterEach(() => {
  ends.splice(0).forEach((end) => end());
  rmSync(folder, { recursive: true });
});

/** A line whose answers are given by hand; null for a lost one. */
function lineByHand() {
  const sent: string[] = [];
  let answer: (result: Result | null) => void = () => undefined;
  const request = <T>({ body }: { readonly body: unknown }): Promise<Answer<T>> => {
    sent.push((body as { id: string }).id);
    return new Promise((resolve) => {
      answer = (result) => resolve(result === null ? { kind: 'lost' } : ({ kind: 'answered', result } as Answer<T>));
    });
  };
  return { sent, request, answer: (result: Result | null): void => answer(result) };
}

/** One life of an outbox over the folder's file. The disk refuses what `refuse` says; the line is there unless told. */
function live({ isOnline = true } = {}) {
  const opened = openWorkFile(folder, 0, () => true);
  if (!opened.ok) throw new Error(opened.error.code);
  const { db } = opened.value;
  const seal = createSeal(new Uint8Array(32).fill(7), systemRandom);
  const clock = createManualClock();
  const outbox = new Outbox(new OutboxStore(db, seal), clock, createDrafts({ db, seal, clock }));
  const line = lineByHand();
  const pump = new OutboxPump({ outbox, link: line, clock, random: systemRandom, isReady: () => isOnline, headOf: () => null });
  outbox.changed.on((changed) => pump.run(changed));
  ends.push(() => {
    pump.stop();
    db.close();
  });
  const states = () => outbox.entriesOf(conversationId).map(({ state }) => state);
  return { ...line, outbox, clock, pump, states, refuse: (refuses: boolean) => db.exec(`PRAGMA query_only = ${refuses ? 1 : 0}`) };
}

const act = (type: string, payload: object) => ({ id: testId(), type, conversationId, seenSeq: 3, payload });
const post = (text: string) => act('message.post', { text, attachments: [] });
const takeOver = () => act('conversation.take-over', {});

/** Written without a line; then the line is back, and the disk refuses. */
function sendOnRefusingDisk(given: ReturnType<typeof act>) {
  live({ isOnline: false }).outbox.add(given, true);
  const life = live();
  life.refuse(true);
  life.pump.runAll();
  return life;
}

it('a reply whose sending the disk does not note waits for the disk, says so, and goes by itself', () => {
  const reply = post('one');
  const { sent, states, clock, refuse } = sendOnRefusingDisk(reply);
  clock.advance(A_WHILE_MS);
  expect([sent, states()]).toEqual([[], [{ kind: 'queued', failure: { code: 'STORAGE_FAILED' } }]]);
  refuse(false);
  clock.advance(A_WHILE_MS);
  expect([sent, states()]).toEqual([[reply.id], [{ kind: 'in-flight' }]]);
});

it('what can be taken back after a death on a refusing disk was never sent', () => {
  const reply = post('one');
  const { sent } = sendOnRefusingDisk(reply);
  expect([live({ isOnline: false }).outbox.drop(reply.id).ok, sent]).toEqual([true, []]);
});

it('words that a refusing disk does not take back stay in line, here and after a death', () => {
  const life = live({ isOnline: false });
  const reply = post('one');
  life.outbox.add(reply, true);
  life.refuse(true);
  expect(life.outbox.takeBack({ id: reply.id, mode: 'reply' })).toMatchObject({ error: { code: 'STORAGE_FAILED' } });
  expect([life.states(), live({ isOnline: false }).states()]).toEqual([[{ kind: 'queued' }], [{ kind: 'queued' }]]);
});

it('an action is refused by a refusing disk and never sent, and refused still after a death', () => {
  const { sent, states, clock, refuse } = sendOnRefusingDisk(takeOver());
  expect([sent, states()]).toEqual([[], [{ kind: 'refused', failure: { code: 'STORAGE_FAILED' } }]]);
  const next = live();
  next.outbox.refuseWaitingActions();
  expect([next.sent, next.states()]).toEqual([[], [{ kind: 'refused', failure: { code: 'OFFLINE' } }]]);
  refuse(false);
  clock.advance(A_WHILE_MS);
  expect(sent).toEqual([]);
});

it('what was sent once goes again, though the disk refuses', async () => {
  const life = live();
  const reply = post('one');
  life.outbox.add(reply, true);
  life.refuse(true);
  life.answer(null);
  await until(life.outbox.changed.on, () => life.sent.length === 2);
  expect(life.sent).toEqual([reply.id, reply.id]);
});

it('a refusal is shown once it is on the disk, and until then nothing is asked again', async () => {
  const life = live();
  const [reply, behind] = [post('one'), post('two')];
  life.outbox.add(reply, true);
  life.outbox.add(behind, true);
  life.refuse(true);
  life.answer({ ok: false, error: { code: 'STALE' } });
  // What runs after the answer has run when a later turn of the loop begins.
  await new Promise((resolve) => setImmediate(resolve));
  life.clock.advance(A_WHILE_MS);
  expect([life.sent, life.states().map(({ kind }) => kind)]).toEqual([[reply.id], ['in-flight', 'queued']]);
  const killedNow = live({ isOnline: false });
  expect([killedNow.states().map(({ kind }) => kind), killedNow.outbox.drop(reply.id)]).toMatchObject([['queued', 'queued'], { error: { code: 'TRANSITION_REFUSED' } }]);
  life.refuse(false);
  life.clock.advance(A_WHILE_MS);
  expect([life.sent, life.states().map(({ kind }) => kind)]).toEqual([[reply.id], ['refused', 'held']]);
  expect(live({ isOnline: false }).states().map(({ kind }) => kind)).toEqual(['refused', 'held']);
});
