import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeHouse } from '../../bench/flow/make-house.ts';
import { startWatched } from '../soak/watched-process.ts';
import type { AttackersSetup, AttackName } from './attackers.ts';
import { describeHostile, isUnbroken } from './describe-hostile.ts';
import { fillHouse } from './fill-house.ts';
import { openHonestPairs } from './honest-pairs.ts';
import { measureAttack, type AttackFigures } from './measure-attack.ts';
import type { Tally } from './tally.ts';

/**
 * `npm run hostile`: attackers with good tokens beside honest desks, each attack in turns with calm. Everything sent has to be
 * answered with a code of the catalogue or with the end of the line, and the backend's error log has to stay empty; else it ends
 * with 1; so it does when an attack did not come to the limit that it is against. `--only attack`, `--rounds n`, `--seconds n` of each stretch, `--rogues n`, `--seed n`, `--json file`. The nonsense is
 * as much as the rogues may say: 30 requests a second each.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '5' },
    rogues: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});

const ATTACKS: readonly AttackName[] = ['flood', 'oversize', 'slow readers', 'joins', 'nonsense', 'visitors'];
const HONEST = 10;
/** Conversations beside those of honest desks: ten times what a desk may have open. */
const MANY = 2_000;
/** Customers whose pages attack. */
const VISITORS = 60;

const root = await mkdtemp(path.join(tmpdir(), 'hostile-'));
const secret = randomBytes(32);
const agents = await makeHouse({ folder: root, secret, agents: HONEST + Number(values.rogues), shops: 1 });
const plenty = await fillHouse({ folder: root, shopId: agents[0]?.account.shopIds[0] ?? '', secret, many: MANY, visitors: VISITORS });
const complaints: string[] = [];
const { first, watched: backend } = await startWatched<{ readonly port: number }>({
  entry: path.join(import.meta.dirname, '../../../src/backend/server.ts'),
  environment: { PORT: '0', BATON_DATA: root, BATON_SECRET: secret.toString('base64url'), BATON_LOG: 'error', BATON_REACTIONS: '0' },
  onComplaint: (text) => complaints.push(...text.trim().split('\n')),
});
const honestAgents = agents.slice(0, HONEST);
const setup: AttackersSetup = { port: first.port, rogues: agents.slice(HONEST), plenty, seed: Number(values.seed) };
// In a file: an argument of a program may be 128 KB long.
const setupFile = path.join(root, 'attackers.json');
await writeFile(setupFile, JSON.stringify(setup));
const { watched: attackers } = await startWatched<{ readonly tally: Tally }>({ entry: path.join(import.meta.dirname, 'attackers.ts'), args: [setupFile] });
const honest = await openHonestPairs({ writers: first.port, readers: first.port }, honestAgents);
const field = { backend, attackers, honest, rounds: Number(values.rounds), seconds: Number(values.seconds) };

const attacks: AttackFigures[] = [];
for (const attack of ATTACKS.filter((one) => values.only === undefined || one === values.only)) attacks.push(await measureAttack(field, attack));

honest.close();
await attackers.stop();
await backend.stop();
await rm(root, { recursive: true });

const report = { attacks, complaints };
if (values.json !== undefined) await writeFile(values.json, JSON.stringify(report, null, 2));
// oxlint-disable-next-line no-console -- the report is what this program is for
console.log(describeHostile(report));
process.exitCode = isUnbroken(report) ? 0 : 1;
