import { hash as digest } from 'node:crypto';
import type { Instant } from '../../shared/contracts/basics.ts';
import type { Accepted } from '../../shared/contracts/commands.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import type { LogEvent } from '../../shared/contracts/events/envelope.ts';
import { staleEvents } from '../../shared/domain/preconditions.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { run, type Plan } from '../db/statement.ts';
import type { AppendRequest } from './append-request.ts';
import type { AppendTools } from './append-tools.ts';
import { toLogEvent } from './event-rows.ts';
import { loadConversation } from './load-conversation.ts';
import type { Commit, StoredConversation } from './stored-conversation.ts';
import { writeDecision, type Written } from './write-decision.ts';

/** How many unseen events a STALE answer shows at most: the oldest, which the actor reads first. */
const STALE_SHOWN = 100;
const UNSEEN_READ = 1_000;

/** What an append came to; `commit` is there when something was written, `nextDue` when it promised something. */
export type Outcome = { readonly answer: Result<Accepted, Failure>; readonly commit?: Commit; readonly nextDue?: Instant };

const refuse = (failure: Failure): Outcome => ({ answer: err(failure) });

/** Personal text must not outlive its erasure in a fingerprint, so only its hash is kept. */
const hashOf = (fingerprint: string): string => digest('sha256', fingerprint, 'base64url');

function* earlierAnswer(tools: Pick<AppendTools, 'statements'>, request: AppendRequest, hash: string): Plan<Outcome | null> {
  const [row] = yield* run(tools.statements.findAnswer, { scope: request.actor.id, key: request.key });
  if (!row) return null;
  if (row.fingerprint !== hash) return refuse({ code: 'IDEMPOTENCY_MISMATCH' });
  return { answer: ok({ seq: row.seq, position: row.position, at: row.at }) };
}

/** The answer that this command was given before, if it was; null when it is new. */
export const planEarlierAnswer = (tools: Pick<AppendTools, 'statements'>, request: AppendRequest): Plan<Outcome | null> => earlierAnswer(tools, request, hashOf(request.fingerprint));

function* unseenBlockers(tools: AppendTools, request: AppendRequest, headSeq: number): Plan<readonly LogEvent[]> {
  const { act, seenSeq, conversationId, actor, orderNumber } = request;
  if (act === 'free' || seenSeq === null || seenSeq >= headSeq) return [];
  const rows = yield* run(tools.statements.eventsAfter, { id: conversationId, seq: seenSeq, limit: UNSEEN_READ });
  return staleEvents({ act, actorId: actor.id, eventsAfter: rows.map(toLogEvent), orderNumber });
}

function* accept(tools: AppendTools, request: AppendRequest, { written, fingerprint }: { readonly written: Written; readonly fingerprint: string }): Plan<Outcome> {
  const { conversation, events, nextDue, at } = written;
  const answer: Accepted = { seq: conversation.head.seq, position: conversation.lastPosition, at };
  yield* run(tools.statements.saveAnswer, { scope: request.actor.id, key: request.key, fingerprint, ...answer });
  if (events.length > 0) tools.heads.set(request.conversationId, conversation);
  return { answer: ok(answer), ...(events.length > 0 && { commit: { conversation, events } }), ...(nextDue !== null && { nextDue }) };
}

function* findConversation(tools: AppendTools, request: AppendRequest): Plan<StoredConversation | null> {
  return tools.heads.get(request.conversationId) ?? (yield* loadConversation(tools.statements, request.conversationId));
}

/** A conversation of another shop does not exist for whoever asks. */
const isWithinShops = ({ shopIds }: AppendRequest, { head }: StoredConversation): boolean => shopIds === undefined || shopIds.includes(head.shopId);

/**
 * One append, from lock to rows, as a plan for either database: idempotency, shop, precondition, decision, events, projections. A
 * refusal writes nothing. The conversation is locked before the key is looked up, else two copies of a command could both
 * find nothing on PostgreSQL. Before the shop is looked at nobody gets more than the answer they were given once: `STALE` shows what was said.
 */
export function* planAppend(tools: AppendTools, request: AppendRequest): Plan<Outcome> {
  const conversation = yield* findConversation(tools, request);
  if (!conversation) return refuse({ code: 'NOT_FOUND' });
  const fingerprint = hashOf(request.fingerprint);
  const earlier = yield* earlierAnswer(tools, request, fingerprint);
  if (earlier?.answer.ok) return earlier;
  if (!isWithinShops(request, conversation)) return refuse({ code: 'NOT_FOUND' });
  if (earlier) return earlier;
  const blockers = yield* unseenBlockers(tools, request, conversation.head.seq);
  if (blockers.length > 0) return refuse({ code: 'STALE', details: { events: blockers.slice(0, STALE_SHOWN) } });
  const now = tools.clock();
  const decided = request.decide({ head: conversation.head, now, newId: tools.newId });
  if (!decided.ok) return refuse(decided.error);
  const written = yield* writeDecision(tools, { request, conversation, now, decision: decided.value });
  return yield* accept(tools, request, { written, fingerprint });
}
