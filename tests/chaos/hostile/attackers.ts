import { readFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { createRandom } from '../../../src/assist/numeric/random.ts';
import type { Agent } from '../../bench/flow/make-house.ts';
import { flood } from './attacks/flood.ts';
import { joins } from './attacks/joins.ts';
import { nonsense } from './attacks/nonsense.ts';
import { oversize } from './attacks/oversize.ts';
import type { Attack } from './attacks/rogue.ts';
import { slowReaders } from './attacks/slow-readers.ts';
import { visitors } from './attacks/visitors.ts';
import type { Plenty } from './fill-house.ts';
import { createCounting } from './tally.ts';

export type AttackersSetup = { readonly port: number; readonly rogues: readonly Agent[]; readonly plenty: Plenty; readonly seed: number };

export type AttackName = 'flood' | 'oversize' | 'slow readers' | 'joins' | 'nonsense' | 'visitors';

/** Word of the parent: one stretch of one attack. */
export type Order = { readonly attack: AttackName; readonly seconds: number };

const ATTACKS: { readonly [N in AttackName]: Attack } = { flood, oversize, 'slow readers': slowReaders, joins, nonsense, visitors };

/** The attackers have a process of their own, so that what they cost is not taken for what they do. */
const { port, rogues, plenty, seed } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as AttackersSetup;
// Elsewhere they have machines of their own; here they only take what processor time those they attack leave.
setPriority(constants.priority.PRIORITY_LOW);
const counting = createCounting();
const random = createRandom(seed);

async function obey({ attack, seconds }: Order): Promise<void> {
  const end = performance.now() + seconds * 1_000;
  await ATTACKS[attack]({ port, rogues, ...plenty, random, counting, isOver: () => performance.now() >= end });
  process.send?.({ kind: 'done', tally: counting.take() });
}

process.on('message', (word: Order | string) => {
  if (typeof word !== 'string') void obey(word);
});
process.once('disconnect', () => process.exit(0));
process.send?.({ kind: 'ready' });
