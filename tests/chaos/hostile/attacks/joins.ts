import { setTimeout as pause } from 'node:timers/promises';
import type { Agent } from '../../../bench/flow/make-house.ts';
import { strangeId } from '../fuzz/sample-schema.ts';
import { askAs, untilOver, type Attack, type Field, type RogueLine } from './rogue.ts';

const BETWEEN_MS = 15;
/** These only hoard: a burst and some seconds of what an agent may ask are just enough to come to the limit of open conversations. */
const HOARDERS = 4;
/** Of those who don't hoard. */
const SHARES = { strange: 0.3, close: 0.2 };
/** Apart from each other, so that no two hoarders open the same at the same time. */
const STRIDE = 487;

const open = (conversationId: string) => ({ name: 'open', body: JSON.stringify({ conversationId, afterSeq: null }) });
const close = (conversationId: string) => ({ name: 'close', body: JSON.stringify({ conversationId }) });

/** Conversation upon conversation, each another one. */
function createDistinct({ many }: Field, start: number): () => string {
  let next = start * STRIDE;
  return () => many[(next += 1) % many.length] ?? '';
}

/** Opens without waiting for answers and closes nothing. */
async function hoard({ counting }: Field, rogue: RogueLine, next: () => string): Promise<void> {
  const line = await rogue.line();
  void askAs(line, counting, open(next()));
}

/** Opens what is there and what is nowhere, and closes some of it again. */
async function comeAndGo({ counting, random }: Field, rogue: RogueLine, next: () => string): Promise<void> {
  const line = await rogue.line();
  const chance = random();
  if (chance < SHARES.strange) return void (await askAs(line, counting, open(strangeId(random))));
  const conversationId = next();
  await askAs(line, counting, open(conversationId));
  if (chance < SHARES.strange + SHARES.close) await askAs(line, counting, close(conversationId));
}

/** Opens conversation upon conversation, far more than a desk may have open. */
export const joins: Attack = (field) => {
  const distinct = new Map(field.rogues.map((agent, index) => [agent, createDistinct(field, index)]));
  const hoarders = new Set(field.rogues.slice(0, HOARDERS));
  return untilOver(field, async (rogue: RogueLine, agent: Agent) => {
    const next = distinct.get(agent) ?? (() => '');
    await (hoarders.has(agent) ? hoard : comeAndGo)(field, rogue, next);
    await pause(BETWEEN_MS);
  });
};
