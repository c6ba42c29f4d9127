import { setTimeout as pause } from 'node:timers/promises';
import type { Agent } from '../../../bench/flow/make-house.ts';
import type { WireLine } from '../../../bench/flow/wire-line.ts';
import { asDesk, keepLine, type Attack, type Field } from './rogue.ts';

/** As many as get some hundred megabytes made for them in a stretch: more would share the same, and none would come to the cut. */
const READERS = 5;
const LOOK_MS = 200;
/** With the list, which costs ten requests: a burst is over in a second. */
const SNAPSHOTS_A_LOOK = 10;
/** What waits for a line that was not cut is some tens of megabytes. */
const READ_MS = 20_000;

type Asked = Promise<string | null>;

/** Numbered, for what asks for no answer is sent none. A line that ends answers nothing. */
function ask({ counting }: Field, line: WireLine, [name, body]: readonly [string, object]): Asked {
  counting.countSent();
  return line.ask(name, JSON.stringify(body)).catch(() => null);
}

/** Asks for the whole list and for the longest conversation, again and again, and says that it lives. */
async function askForEverything(field: Field, line: WireLine): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const open = { conversationId: field.long, afterSeq: null };
  while (!field.isOver()) {
    line.say('3');
    asked.push(ask(field, line, ['feed', { afterPosition: null }]));
    for (let count = 0; count < SNAPSHOTS_A_LOOK; count += 1) asked.push(ask(field, line, ['open', open]));
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

/** Ask for everything, say that they live, and read nothing: what they are sent has to stay somewhere, until the backend ends their lines. */
export const slowReaders: Attack = async (field) => {
  await Promise.all(field.rogues.slice(0, READERS).map((agent) => readSlowly(field, agent)));
};
