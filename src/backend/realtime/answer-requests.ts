import type { Failure } from '../../shared/contracts/errors.ts';
import { err, type Result } from '../../shared/lib/result.ts';
import type { Logger } from '../logger.ts';
import { thrownFailureOf } from '../thrown-failure.ts';
import { createRefusalMemory } from './refusal-memory.ts';

type AnySocket = { readonly connected: boolean; readonly onAny: (listener: (name: string, ...args: readonly unknown[]) => void) => unknown };

type Answering<S> = {
  readonly socket: S;
  /** Why nothing may be asked now, or null. */
  readonly refuse: (name: string) => Failure | null;
  /** Undefined for a name that means nothing. */
  readonly handle: (name: string, input: unknown) => Promise<Result<unknown, Failure>> | undefined;
  readonly logger: Logger;
};

const isAck = (value: unknown): value is (answer: Result<unknown, Failure>) => void => typeof value === 'function';

async function answer<S>(answering: Answering<S>, name: string, input: unknown): Promise<Result<unknown, Failure>> {
  const refused = answering.refuse(name);
  if (refused) return err(refused);
  try {
    return await (answering.handle(name, input) ?? err({ code: 'UNKNOWN_COMMAND' }));
  } catch (error) {
    answering.logger.error({ err: error, name }, 'a request threw');
    return err(thrownFailureOf(error) ?? { code: 'INTERNAL' });
  }
}

/** One listener for everything a socket says: each request is answered once; what asks for no answer gets none. */
export function answerRequests<S extends AnySocket>(answering: Answering<S>): void {
  const askOnce = createRefusalMemory();
  answering.socket.onAny((name, ...args) => {
    const ack = args.at(-1);
    const input = isAck(ack) ? args.slice(0, -1)[0] : args[0];
    const ask = (): Promise<Result<unknown, Failure>> => answer(answering, name, input);
    void (name === 'command' ? askOnce(input, ask) : ask()).then((result) => (isAck(ack) ? ack(result) : undefined));
  });
}
