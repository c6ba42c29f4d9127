import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../../../src/assist/numeric/random.ts';
import { CUSTOMER_NAMESPACE } from '../../../../src/shared/contracts/wire/customer-socket.ts';
import { PROTOCOL_VERSION } from '../../../../src/shared/lib/protocol.ts';
import { deskAuth } from '../../../bench/flow/lines.ts';
import type { Agent } from '../../../bench/flow/make-house.ts';
import { HandshakeRefused, openWireLine, type WireLine, type WireOptions } from '../../../bench/flow/wire-line.ts';
import type { Visitor } from '../fill-house.ts';
import type { Counting } from '../tally.ts';

/** What an attack is given. Each rogue is an agent with a good token, who has turned; each visitor a customer who has. */
export type Attack = (field: Field) => Promise<void>;

export type Field = {
  readonly port: number;
  readonly rogues: readonly Agent[];
  readonly visitors: readonly Visitor[];
  /** Conversations of the same shop that nobody holds; none twice. */
  readonly many: readonly string[];
  /** One with a very large snapshot. */
  readonly long: string;
  readonly random: Random;
  readonly counting: Counting;
  readonly isOver: () => boolean;
};

/** A line that comes back whenever the server ends it. */
export type RogueLine = { readonly line: () => Promise<WireLine>; readonly leave: () => void };

const ANSWER_MS = 10_000;
const AGAIN_MS = 20;

/** How somebody says who they are when they come for the n-th time. */
type Introduce = (visit: number) => Pick<WireOptions, 'auth' | 'namespace'>;

/** Each new line of a desk is newer than the last, so that it isn't fenced. */
export function asDesk(agent: Agent): Introduce {
  const { deviceId } = deskAuth(agent);
  return (visit) => ({ auth: { ...deskAuth(agent, visit), deviceId } });
}

/** A chat page of a customer. */
export const asPage = ({ token }: Visitor): Introduce => () => ({ namespace: CUSTOMER_NAMESPACE, auth: { protocol: PROTOCOL_VERSION, token } });

/** Keeps a line open for as long as nobody leaves. */
export function keepLine({ port, counting }: Field, introduce: Introduce): RogueLine {
  let visits = 0;
  let hasLeft = false;
  let current: Promise<WireLine> | null = null;
  const noteEnd = async (line: WireLine): Promise<void> => {
    await line.closed;
    current = null;
    if (!hasLeft) counting.countEnded();
  };
  const dial = async (): Promise<WireLine> => {
    visits += 1;
    try {
      const line = await openWireLine({ port, ...introduce(visits) });
      void noteEnd(line);
      return line;
    } catch (problem) {
      current = null;
      if (problem instanceof HandshakeRefused) counting.countAnswer(problem.message);
      throw problem;
    }
  };
  return {
    line: () => (current ??= dial()),
    leave: () => {
      hasLeft = true;
      void current?.then((line) => line.close());
    },
  };
}

/** Asks and counts what came of it. A line that is ended meanwhile answers nothing, which is an answer. */
export async function askAs(line: WireLine, counting: Counting, { name, body }: { readonly name: string; readonly body: string }): Promise<string | null> {
  counting.countSent();
  const giveUp = new AbortController();
  const silence = pause(ANSWER_MS, 'silence' as const, { signal: giveUp.signal }).catch(() => null);
  const answer = await Promise.race([line.ask(name, body).catch(() => null), silence]);
  giveUp.abort();
  if (answer === 'silence') counting.countUnanswered();
  else if (answer !== null) counting.countAnswer(answer);
  return answer;
}

/** Steps again and again, at a pace of its own, until the attack is over. */
export async function stepUntilOver(field: Field, introduce: Introduce, step: (line: RogueLine) => Promise<void>): Promise<void> {
  const rogue = keepLine(field, introduce);
  while (!field.isOver()) await step(rogue).catch(() => pause(AGAIN_MS));
  rogue.leave();
}

/** Runs a step of every rogue, each at its own pace, until the attack is over. */
export async function untilOver(field: Field, step: (rogue: RogueLine, agent: Agent) => Promise<void>): Promise<void> {
  await Promise.all(field.rogues.map((agent) => stepUntilOver(field, asDesk(agent), (rogue) => step(rogue, agent))));
}
