import type { LogEvent } from '../../../../src/shared/contracts/events/envelope.ts';
import { reduceConversation } from '../../../../src/shared/domain/reducers/reduce-conversation.ts';
import type { FinalLog, Rule, Violation } from '../history.ts';

/** What the bot does about a message; each names the message by its number. */
const BOT_TURNS: ReadonlySet<string> = new Set(['bot.answered', 'bot.clarified', 'bot.acted']);

const numberAt = ({ payload }: LogEvent, name: string): number => Number(payload[name]);

/** Every customer's message is read once, by whatever crash the reader is interrupted. */
function readOnce({ conversationId, events }: FinalLog): Violation[] {
  const readings = Map.groupBy(events.filter(({ type }) => type === 'turn.understood'), (event) => numberAt(event, 'messageSeq'));
  const said = events.filter(({ type, actor }) => type === 'message.posted' && actor.kind === 'customer');
  return said.flatMap(({ seq }): Violation[] => {
    const times = readings.get(seq)?.length ?? 0;
    return times === 1 ? [] : [{ rule: times === 0 ? 'lost' : 'doubled', what: `the message at ${seq} of ${conversationId} was understood ${times} times` }];
  });
}

function answeredTwice({ conversationId, events }: FinalLog): Violation[] {
  const turns = Map.groupBy(events.filter(({ type }) => BOT_TURNS.has(type)), (event) => `${event.type} ${numberAt(event, 'answersSeq')}`);
  return [...turns].filter(([, same]) => same.length > 1).map(([turn, same]) => ({ rule: 'doubled', what: `${turn} stands ${same.length} times in ${conversationId}` }));
}

/** Nobody whom the bot still serves in the end is left with a message that was read and has no answer. */
function leftWaiting({ conversationId, initial, events }: FinalLog): Violation[] {
  const { head } = events.reduce((state, event) => reduceConversation(state, event).state, initial);
  const seq = head.lastCustomerSeq;
  const isRead = events.some((event) => event.type === 'turn.understood' && numberAt(event, 'messageSeq') === seq);
  if (head.holder.kind !== 'bot' || !isRead) return [];
  const isAnswered = events.some((event) => BOT_TURNS.has(event.type) && numberAt(event, 'answersSeq') === seq);
  return isAnswered ? [] : [{ rule: 'lost', what: `the message at ${seq} of ${conversationId} is the bot's to answer, and has no answer` }];
}

/** What follows an event by itself follows it once: not left out because of a crash, and not repeated. */
export const reactionsHappenOnce: Rule = ({ logs }) => logs.flatMap((log) => [...readOnce(log), ...answeredTwice(log), ...leftWaiting(log)]);
