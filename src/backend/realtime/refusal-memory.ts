import type { Lane } from '../../shared/contracts/bridge/outbox.ts';
import { ERRORS, type Failure } from '../../shared/contracts/errors.ts';
import { COMMAND_LANES, maySendAgain } from '../../shared/domain/lanes.ts';
import type { Result } from '../../shared/lib/result.ts';

/** More commands than can be on their way over one line. */
const MOST = 200;
/** No id is longer: what claims to be one is not kept. */
const ID_LENGTH = 64;

type Answer = Promise<Result<unknown, Failure>>;
type Command = { readonly id: string; readonly type: string };

const isCommand = (input: unknown): input is Command =>
  typeof input === 'object' && input !== null && 'id' in input && typeof input.id === 'string' && input.id.length <= ID_LENGTH && 'type' in input && typeof input.type === 'string';

const LANES: ReadonlyMap<string, Lane> = new Map(Object.entries(COMMAND_LANES).map(([type, { lane }]) => [type, lane]));

/** Whether its author takes this for a no. What customers send has one lane. */
const isFinal = ({ type }: Command, { code }: Failure): boolean => !maySendAgain(LANES.get(type) ?? 'messages', code, ERRORS);

/**
 * What one line's commands were refused with. A copy of a command that was refused is told the same, though it might be possible by now: its
 * author was told no, and has gone on. What was accepted needs no memory here, the log has its key.
 */
export function createRefusalMemory(): (input: unknown, run: () => Answer) => Answer {
  const answers = new Map<string, Answer>();
  return (input, run) => {
    if (!isCommand(input)) return run();
    const known = answers.get(input.id);
    if (known) return known;
    const answer = run().then((result) => {
      if (result.ok || !isFinal(input, result.error)) answers.delete(input.id);
      return result;
    });
    answers.set(input.id, answer);
    const [oldest] = answers.keys();
    if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
    return answer;
  };
}
