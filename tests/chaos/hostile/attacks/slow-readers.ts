import { setTimeout as pause } from 'node:timers/promises';
import type { Agent } from '../../../bench/flow/make-house.ts';
import type { WireLine } from '../../../bench/flow/wire-line.ts';
import { asDesk, keepLine, type Attack, type Field } from './rogue.ts';

/** Each has a hundred megabytes made for them, once they read. */
const READERS = 5;
const LOOK_MS = 200;
/** With the lists, of which each costs ten requests, a burst is used up: whoever is refused later is so for what waits for them. */
const LISTS = 8;
const SNAPSHOTS = 15;
/** Below what may be asked in the long run. */
const SNAPSHOTS_A_LOOK = 5;
/** What waits for a line is made as it reads. */
const READ_MS = 20_000;

type Asked = Promise<string | null>;

/** Numbered, for what asks for no answer is sent none. A line that ends answers nothing. */
function ask({ counting }: Field, line: WireLine, [name, body]: readonly [string, object]): Asked {
  counting.countSent();
  return line.ask(name, JSON.stringify(body)).catch(() => null);
}

/** Asks for the whole list and for the longest conversation, again and again, and says that it lives. */
async function askForEverything(field: Field, line: WireLine): Promise<readonly Asked[]> {
  const askOften = (times: number, request: readonly [string, object]): Asked[] => Array.from({ length: times }, () => ask(field, line, request));
  const open = { conversationId: field.long, afterSeq: null };
  const asked = [...askOften(LISTS, ['feed', { afterPosition: null }]), ...askOften(SNAPSHOTS, ['open', open])];
  while (!field.isOver()) {
    line.say('3');
    asked.push(...askOften(SNAPSHOTS_A_LOOK, ['open', open]));
    await pause(LOOK_MS);
  }
  return asked;
}

/** Who has not read does not see that the line was ended: the end stands behind what was sent before. */
async function readAtLast({ counting }: Field, line: WireLine, asked: readonly Asked[]): Promise<void> {
  line.socket.resume();
  const patience = new AbortController();
  const silence = pause(READ_MS, 'silence' as const, { signal: patience.signal }).catch(() => 'silence' as const);
  for (const answered of asked) {
    const answer = await Promise.race([answered, silence]);
    if (answer === 'silence') counting.countUnanswered();
    else if (answer !== null) counting.countAnswer(answer);
  }
  patience.abort();
}

async function readSlowly(field: Field, agent: Agent): Promise<void> {
  const rogue = keepLine(field, asDesk(agent));
  const line = await rogue.line();
  line.socket.pause();
  await readAtLast(field, line, await askForEverything(field, line));
  rogue.leave();
}

/** Ask for everything, say that they live, and read nothing: whatever was made for them would have to stay somewhere until they do. */
export const slowReaders: Attack = async (field) => {
  await Promise.all(field.rogues.slice(0, READERS).map((agent) => readSlowly(field, agent)));
};
