import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom } from '../../../src/assist/numeric/random.ts';
import { connectDesks, type Lines } from '../../bench/flow/lines.ts';
import { makeHouse, type Agent } from '../../bench/flow/make-house.ts';
import { offerLoad } from '../../bench/flow/offer-load.ts';
import type { Errands } from './desk-life.ts';
import type { DesksSetup } from './desks.ts';
import { judge } from './judge.ts';
import type { LeakEnvironment } from './leak-connections.ts';
import { describeCourses } from './describe-courses.ts';
import type { Vitals } from './report-vitals.ts';
import { startWatched } from './watched-process.ts';

/**
 * `npm run soak`: a long life, compressed. A backend and desks of the product in two processes; colleagues write, desks lose
 * their line, windows open and close; behind each lap both tell how they are. Ends with 1 when one of them leaks. `--leak desks`
 * plants one listener for each reconnect of a desk, `--leak backend` some bytes (`--leak-bytes`) for each connection; they have to be
 * found. Sizes: `--messages`, `--reconnects`, `--windows`, `--laps`, `--desks`; `--json file`.
 */
const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '60000' },
    reconnects: { type: 'string', default: '1200' },
    windows: { type: 'string', default: '6000' },
    laps: { type: 'string', default: '24' },
    desks: { type: 'string', default: '4' },
    leak: { type: 'string', default: 'nowhere' },
    'leak-bytes': { type: 'string', default: '500' },
    json: { type: 'string' },
  },
});

/** Colleagues without a desk of the product, who write most of the messages. */
const COLLEAGUES = 40;
/** Below what an agent may say in a second, times the colleagues. */
const PER_SECOND = 700;
/**
 * Conversations that a desk opens windows on. They stay warm, and each is asked for anew with every reconnect: with many more a desk would
 * wait for its turn to ask, 30 times in a second.
 */
const LOOKED_AT = 8;
/** Of the messages, by the desks themselves, through their outboxes. */
const OWN_SHARE = 0.05;

/** What is left behind on purpose. */
const PLANTS = { nowhere: null, desks: 'one listener a reconnect', backend: `${values['leak-bytes']} bytes a connection` } as const;
const isPlace = (name: string): name is keyof typeof PLANTS => Object.hasOwn(PLANTS, name);
const { leak } = values;
if (!isPlace(leak)) throw new Error(`nothing can be planted in ${leak}`);

const laps = Number(values.laps);
const deskCount = Number(values.desks);
const perLap = { messages: Number(values.messages) / laps, reconnects: Number(values.reconnects) / laps, windows: Number(values.windows) / laps };

const root = await mkdtemp(path.join(tmpdir(), 'soak-'));

async function openHouse() {
  const secret = randomBytes(32);
  const agents = await makeHouse({ folder: root, secret, agents: deskCount + COLLEAGUES, shops: 1 });
  const planted: LeakEnvironment = { SOAK_LEAK_BYTES: values['leak-bytes'] };
  const environment = { PORT: '0', BATON_DATA: root, BATON_SECRET: secret.toString('base64url'), BATON_LOG: 'warn', ...planted };
  const preload = leak === 'backend' ? [path.join(import.meta.dirname, 'leak-connections.ts')] : [];
  const backend = await startWatched<{ readonly port: number }>({ entry: path.join(import.meta.dirname, '../../../src/backend/server.ts'), environment, preload });
  return { agents, port: backend.first.port, backend: backend.watched };
}

type House = Awaited<ReturnType<typeof openHouse>>;

async function openDesks({ agents, port }: House, colleagues: readonly Agent[]) {
  const setup: DesksSetup = { port, agents: agents.slice(0, deskCount), folder: path.join(root, 'desks'), conversations: colleagues.slice(0, LOOKED_AT).map((agent) => agent.conversationId), leaks: leak === 'desks' };
  return (await startWatched<unknown>({ entry: path.join(import.meta.dirname, 'desks.ts'), args: [JSON.stringify(setup)] })).watched;
}

const share = (of: number): number => Math.round(of / deskCount);
const errands: Errands = { messages: share(perLap.messages * OWN_SHARE), reconnects: share(perLap.reconnects), windows: share(perLap.windows) };

async function writeAsColleagues(lines: Lines, lap: number): Promise<number> {
  const seconds = (perLap.messages * (1 - OWN_SHARE)) / PER_SECOND;
  const { accepted, refused } = await offerLoad(lines.lines, { perSecond: PER_SECOND, seconds, random: createRandom(lap + 1) });
  if (refused > 0) throw new Error(`${refused} messages of colleagues were refused`);
  return accepted;
}

const house = await openHouse();
const colleagues = house.agents.slice(deskCount);
const lines = await connectDesks(house.port, colleagues);
const desks = await openDesks(house, colleagues);

const courses: { readonly backend: Vitals[]; readonly desks: Vitals[] } = { backend: [], desks: [] };
let written = 0;
const began = performance.now();
for (let lap = 0; lap < laps; lap += 1) {
  const [accepted] = await Promise.all([writeAsColleagues(lines, lap), desks.ask(errands)]);
  written += accepted + errands.messages * deskCount;
  courses.backend.push(await house.backend.vitals());
  courses.desks.push(await desks.vitals());
}
const seconds = (performance.now() - began) / 1_000;

await desks.stop();
lines.close();
await house.backend.stop();
await rm(root, { recursive: true });

const work = { messages: written / laps, reconnects: errands.reconnects * deskCount };
const judged = [judge('backend', courses.backend, work), judge(`${deskCount} desks`, courses.desks, work)];
const done = { laps, messages: written, reconnects: work.reconnects * laps, windows: errands.windows * deskCount * laps, seconds: Math.round(seconds), leakPlanted: PLANTS[leak] };
if (values.json !== undefined) await writeFile(values.json, JSON.stringify({ done, judged, courses }, null, 2));
const isLeaking = judged.some((course) => course.leaks.length > 0);
const title = `soak: ${done.messages} messages, ${done.reconnects} reconnects, ${done.windows} windows in ${laps} laps, ${done.seconds} s`;
const planted = PLANTS[leak] === null ? '' : `; ${PLANTS[leak]} is left behind on purpose`;
// oxlint-disable-next-line no-console -- the report is what this program is for
console.log([title + planted, '', describeCourses(judged), '', `soak: ${isLeaking ? 'something leaks' : 'nothing leaks'}`].join('\n'));
process.exitCode = isLeaking ? 1 : 0;
