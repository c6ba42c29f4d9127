import type { Id } from '../../../shared/contracts/basics.ts';
import type { PacketReason } from '../../../shared/contracts/assist.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import type { LogEvent } from '../../../shared/contracts/events/envelope.ts';
import { isKnownEvent } from '../../../shared/domain/known-versions.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import { decideTurn } from '../../bot/decide-turn.ts';
import { findOrder, findProduct } from '../../bot/routes/order.ts';
import { phrasesIn } from '../../bot/phrases/phrases.ts';
import type { Turn } from '../../bot/turn.ts';
import type { Append, Facts } from '../../log/append-request.ts';
import type { BackendModule } from '../../module.ts';
import { expectAccepted } from '../../reactions/expect-accepted.ts';
import type { Queue } from '../../../shared/contracts/people.ts';
import { confirmJob } from '../actions/confirm-job.ts';
import { buildPacket } from '../handoff/build-packet.ts';
import { chooseQueue } from '../handoff/choose-queue.ts';
import { draftTicket } from '../handoff/draft-ticket.ts';
import { BOT_ACTOR, handoffEvents } from '../handoff/handoff-events.ts';
import { problemIntent } from '../handoff/problem-intent.ts';
import { turnEvents, type BotAct } from './turn-events.ts';
import { gatherCase, gatherTurn, type Gathered, type TurnSources } from './turn-input.ts';

export type BotDependencies = TurnSources & {
  readonly append: Append;
  readonly newId: () => Id;
  readonly stopwatch: () => number;
  readonly listQueues: (shopId: Id) => Promise<readonly Queue[]>;
  readonly nextTicketNumber: (shopId: Id) => Promise<number>;
  readonly countContacts: (customerId: Id) => Promise<number>;
};

/**
 * The same for whatever the bot says: a turn that is tried again behind a crash may be decided otherwise by now, as it would follow upon
 * itself, and is the same turn all the same.
 */
const TURN = 'turn';

type StillHolds = (facts: Facts) => Failure | null;

/** Whatever the customer has written since: a person reads that too. */
const stillHolds: StillHolds = ({ head }) => (head.holder.kind === 'bot' ? null : { code: 'STALE' });

/** The bot may still speak: it holds the conversation and the message it answers is the customer's last. */
const mayStillAnswer = (messageSeq: number): StillHolds => (facts) => (facts.head.lastCustomerSeq === messageSeq ? stillHolds(facts) : { code: 'STALE' });

async function botAct(deps: BotDependencies, turn: Turn): Promise<BotAct | null> {
  if (turn.kind !== 'act') return null;
  const order = await deps.shop.getOrder(turn.orderNumber);
  const offer = order && (await deps.shop.listActions(order)).find((candidate) => candidate.kind === turn.action);
  return order && offer?.enabled ? { actionId: deps.newId(), orderVersion: order.version, arguments: offer.defaults } : null;
}

type HandOff = { readonly reason: PacketReason; readonly key: string; /** What must still be so when it is written. */ readonly still: StillHolds };

async function handOff(deps: BotDependencies, gathered: Gathered, turn: HandOff): Promise<void> {
  const { input, state } = gathered;
  const order = findOrder(input);
  const product = findProduct(input);
  const intent = problemIntent(state);
  const queue = chooseQueue({ intent, reason: turn.reason, tier: input.tier }, await deps.listQueues(state.head.shopId));
  if (!queue) throw new Error('a shop without a queue cannot hand off');
  const packet = buildPacket({ state, reason: turn.reason, language: input.language, order, product: product && { slug: product.slug, name: product.name[input.language] } });
  const number = await deps.nextTicketNumber(state.head.shopId);
  const repeatContacts = Math.max(0, (await deps.countContacts(state.head.customerId)) - 1);
  const phrases = phrasesIn(input.language);
  const farewell = phrases.handoff[turn.reason] ?? phrases.handoffDefault;
  const ticketId = deps.newId();
  const answer = await deps.append({
    conversationId: state.head.conversationId,
    actor: BOT_ACTOR,
    key: turn.key,
    fingerprint: TURN,
    act: 'free',
    seenSeq: null,
    decide: (facts) => {
      const stale = turn.still(facts);
      if (stale) return err(stale);
      const ticket = draftTicket({ ticketId, number, intent, head: facts.head, order, tier: input.tier, repeatContacts, now: facts.now });
      return ok({ events: handoffEvents({ packet, queueId: queue.id, farewell, ticket }) });
    },
  });
  expectAccepted(answer, 'the bot’s turn was');
}

async function speak(deps: BotDependencies, gathered: Gathered, said: { readonly turn: Exclude<Turn, { kind: 'hand-off' }>; readonly key: string; readonly milliseconds: number }): Promise<void> {
  const { input, state } = gathered;
  const act = await botAct(deps, said.turn);
  const still = mayStillAnswer(input.messageSeq);
  // What was offered a moment ago is no longer possible: a person looks at it.
  if (said.turn.kind === 'act' && !act) return handOff(deps, gathered, { reason: 'action-failed', key: said.key, still });
  const messageId = deps.newId();
  const answer = await deps.append({
    conversationId: state.head.conversationId,
    actor: BOT_ACTOR,
    key: said.key,
    fingerprint: TURN,
    act: 'free',
    seenSeq: null,
    decide: (facts) => {
      const stale = still(facts);
      if (stale) return err(stale);
      const place = { messageId, messageSeq: facts.head.seq + 1, answersSeq: input.messageSeq, language: input.language, milliseconds: said.milliseconds };
      // The shop's answer may be lost: then it is asked what became of the act, as of anybody's.
      return ok({ events: turnEvents(said.turn, place, act), due: act ? [confirmJob(act.actionId, facts.head.conversationId, facts.now)] : [] });
    },
  });
  expectAccepted(answer, 'the bot’s turn was');
}

async function takeTurn(deps: BotDependencies, event: LogEvent): Promise<void> {
  if (!isKnownEvent(event) || event.type !== 'turn.understood') return;
  const started = deps.stopwatch();
  const gathered = await gatherTurn(deps, event.conversationId);
  // Somebody else holds it by now, or the customer has written again: that message has a turn of its own.
  if (gathered?.input.messageSeq !== event.payload.messageSeq || gathered.state.head.holder.kind !== 'bot') return;
  const turn = decideTurn(gathered.input);
  const key = `${event.id}:bot`;
  if (turn.kind === 'hand-off') return handOff(deps, gathered, { reason: turn.reason, key, still: mayStillAnswer(gathered.input.messageSeq) });
  const milliseconds = Math.round((deps.stopwatch() - started) * 10) / 10;
  return speak(deps, gathered, { turn, key, milliseconds });
}

/**
 * The bot's own act failed at the shop, at once or long after: a person takes it from here. It was promised to the customer, so that it
 * doesn't matter what they have written since, nor whether that has been read.
 */
async function afterFailure(deps: BotDependencies, event: LogEvent): Promise<void> {
  if (!isKnownEvent(event) || event.type !== 'action.failed' || event.actor.kind !== 'bot') return;
  const gathered = await gatherCase(deps, event.conversationId);
  if (gathered?.state.head.holder.kind === 'bot') await handOff(deps, gathered, { reason: 'action-failed', key: `${event.id}:bot`, still: stillHolds });
}

/** The bot: answers what it may, from sources; hands off the rest, with everything it learned. */
export function createBotModule(deps: BotDependencies): BackendModule {
  return {
    name: 'bot',
    reactions: [
      {
        name: 'bot',
        types: ['turn.understood', 'action.failed'],
        handle: (event) => (event.type === 'action.failed' ? afterFailure(deps, event) : takeTurn(deps, event)),
      },
    ],
  };
}
