import { readdirSync } from 'node:fs';
import path from 'node:path';
import { systemClock as clock } from '../../../../src/main/ports/system-clock.ts';
import { systemRandom } from '../../../../src/main/ports/system-random.ts';
import { createDrafts } from '../../../../src/main/sessions/drafts.ts';
import { OutboxStore } from '../../../../src/main/sessions/outbox/outbox-store.ts';
import { canReadWork } from '../../../../src/main/sessions/readable-work.ts';
import { createSeal } from '../../../../src/main/sessions/storage/seal.ts';
import { openWorkFile } from '../../../../src/main/sessions/storage/work-file.ts';
import { createKeptSecrets } from '../desk/kept-secrets.ts';
import type { Remark } from '../desk/notebook.ts';

/**
 * What a desk's person had been told by some moment: acts taken and not given back, the newest draft of each conversation, words that were a
 * draft until they were sent. `sending`: the draft that an act takes along while it isn't known whether it was taken.
 */
type Taken = {
  readonly acts: Set<string>;
  readonly dropped: Set<string>;
  readonly drafts: Map<string, string>;
  readonly sent: Set<string>;
  readonly sending: Map<string, string>;
};

function beginSending({ drafts, sending }: Taken, { id, conversationId, text }: Extract<Remark, { kind: 'begins' }>): void {
  if (text === null || drafts.get(conversationId) !== text) return;
  drafts.delete(conversationId);
  sending.set(id, text);
}

function take({ acts, sent, sending }: Taken, id: string): void {
  acts.add(id);
  const text = sending.get(id);
  if (text !== undefined) sent.add(text);
}

function takeIn(taken: Taken, remark: Remark): void {
  const { acts, dropped, drafts } = taken;
  switch (remark.kind) {
    case 'begins': return beginSending(taken, remark);
    case 'took': return remark.ok ? take(taken, remark.id) : undefined;
    // On the way from one state to the other either may be found.
    case 'begins-anew': case 'begins-drop': return void acts.delete(remark.id);
    case 'took-anew': acts.add(remark.ok ? remark.newId : remark.id); return void (remark.ok && dropped.add(remark.id));
    case 'dropped': return void (remark.ok ? dropped : acts).add(remark.id);
    case 'begins-draft': return void drafts.delete(remark.conversationId);
    case 'saved-draft': return void (remark.ok && drafts.set(remark.conversationId, remark.text));
    case 'parked': case 'sees': return undefined;
  }
}

function takenBy(remarks: readonly Remark[]): Taken {
  const taken: Taken = { acts: new Set(), dropped: new Set(), drafts: new Map(), sent: new Set(), sending: new Map() };
  for (const remark of remarks) takeIn(taken, remark);
  return taken;
}

async function openWork(folder: string) {
  const [profile] = readdirSync(path.join(folder, 'profiles'));
  if (profile === undefined) throw new Error('the folder of the account is gone');
  const key = await createKeptSecrets(path.join(folder, 'secrets'), systemRandom).profileKey(profile);
  const seal = createSeal(key, systemRandom);
  const work = openWorkFile(path.join(folder, 'profiles', profile), clock.now(), (db) => canReadWork(db, seal));
  if (!work.ok) throw new Error(work.error.code);
  const { db } = work.value;
  return { outbox: new OutboxStore(db, seal), drafts: createDrafts({ db, seal, clock }), close: () => db.close() };
}

type Work = Awaited<ReturnType<typeof openWork>>;

function compare({ outbox, drafts }: Work, taken: Taken): string[] {
  const lost = [...taken.acts].filter((id) => !outbox.find(id)).map((id) => `act ${id}`);
  const back = [...taken.dropped].filter((id) => outbox.find(id)).map((id) => `${id} was taken back and is there`);
  const texts = [...taken.drafts].filter(([conversationId, text]) => drafts.get({ conversationId, mode: 'reply' })?.text !== text).map(([, text]) => `draft ${text}`);
  const left = drafts.list().map(({ conversationId }) => drafts.get({ conversationId, mode: 'reply' })?.text ?? '').filter((text) => taken.sent.has(text));
  return [...lost, ...back, ...texts, ...left.map((text) => `draft ${text} was sent and is there`)];
}

/**
 * Opens what power loss left with the desk's own code, and answers with what its person was told and is gone; with all of it when
 * nothing can be opened. `settled`: acts that the log holds in the end, or that leave nothing in it.
 */
export async function lostByDesk(folder: string, remarks: readonly Remark[], settled: ReadonlySet<string>): Promise<string[]> {
  const taken = takenBy(remarks);
  for (const id of settled) taken.acts.delete(id);
  try {
    const work = await openWork(folder);
    const lost = compare(work, taken);
    work.close();
    return lost;
  } catch (problem) {
    return [...taken.acts, ...taken.drafts.values()].map((what) => `${what}: ${String(problem)}`);
  }
}
