import type { Instant } from '../../shared/contracts/basics.ts';
import type { ConversationHead } from '../../shared/contracts/conversation-state.ts';
import type { LogEvent } from '../../shared/contracts/events/envelope.ts';
import { reduceHead } from '../../shared/domain/reducers/reduce-head.ts';
import { SYSTEM_ACTOR } from '../principal.ts';
import { EVENTS } from '../../shared/contracts/events/catalogue.ts';
import { run, type Plan } from '../db/statement.ts';
import { parseShopSettings, type ShopSettings } from '../modules/shops/shop-settings.ts';
import type { AppendRequest, Decision, NewEvent } from './append-request.ts';
import type { AppendTools } from './append-tools.ts';
import { toEventRow } from './event-rows.ts';
import type { StoredConversation } from './stored-conversation.ts';

export type Writing = { readonly request: AppendRequest; readonly conversation: StoredConversation; readonly now: Instant; readonly decision: Decision };

export type Written = { readonly conversation: StoredConversation; readonly events: readonly LogEvent[]; readonly nextDue: Instant | null; readonly at: Instant };

type Draft = Omit<LogEvent, 'position'>;

const episodeOf = (head: ConversationHead, event: NewEvent): number => (event.type === 'episode.opened' ? event.payload.episode : head.episode.number);

type Drafting = { readonly head: ConversationHead; readonly event: NewEvent; readonly id: string };

function draftOf(writing: Writing, { head, event, id }: Drafting): Draft {
  const { audience, schemaVersion } = EVENTS[event.type];
  return {
    id,
    shopId: head.shopId,
    conversationId: head.conversationId,
    episode: episodeOf(head, event),
    seq: head.seq + 1,
    publicSeq: audience === 'public' ? head.publicSeq + 1 : null,
    at: writing.now,
    actor: event.actor ?? writing.request.actor,
    causationId: writing.request.key,
    schemaVersion,
    type: event.type,
    payload: event.payload,
    contentId: event.content === null ? null : id,
    content: event.content,
  };
}

function* writeEvent(tools: AppendTools, draft: Draft): Plan<LogEvent> {
  const [row] = yield* run(tools.statements.insertEvent, toEventRow(draft));
  if (!row) throw new Error('the database gave an event no position');
  return { ...draft, position: row.position };
}

type Progress = { readonly conversation: StoredConversation; readonly events: readonly LogEvent[] };

/** One event: its content row, itself, what it means for the head, and the rows that boards are asked from. */
function* appendEvent(tools: AppendTools, writing: Writing, step: { readonly progress: Progress; readonly event: NewEvent }): Plan<Progress> {
  const { conversation, events } = step.progress;
  const draft = draftOf(writing, { head: conversation.head, event: step.event, id: step.event.id ?? tools.newId() });
  if (draft.contentId !== null) {
    yield* run(tools.statements.insertContent, { contentId: draft.contentId, subjectId: conversation.customer.id, body: JSON.stringify(draft.content) });
  }
  const written = yield* writeEvent(tools, draft);
  const head = reduceHead(conversation.head, written);
  yield* tools.projections.project(written, head);
  const queueId = head.holder.kind === 'queue' ? head.holder.queueId : conversation.queueId;
  return { conversation: { ...conversation, head, queueId, lastPosition: written.position }, events: [...events, written] };
}

function* appendAll(tools: AppendTools, writing: Writing, step: { readonly progress: Progress; readonly events: readonly NewEvent[] }): Plan<Progress> {
  let { progress } = step;
  for (const event of step.events) progress = yield* appendEvent(tools, writing, { progress, event });
  return progress;
}

function* shopSettings(tools: AppendTools, shopId: string): Plan<ShopSettings> {
  const known = tools.shops.get(shopId);
  if (known) return known;
  const [row] = yield* run(tools.statements.findShop, { id: shopId });
  const settings = parseShopSettings(row?.settings_json ?? '{}');
  tools.shops.set(shopId, settings);
  return settings;
}

const asSystem = (event: NewEvent): NewEvent => ({ ...event, actor: event.actor ?? SYSTEM_ACTOR });

const holderIdOf = ({ holder }: ConversationHead): string | null => (holder.kind === 'agent' ? holder.agentId : null);

const isPlaceEqual = (before: ConversationHead, after: ConversationHead): boolean =>
  before.episode.status === after.episode.status && before.holder.kind === after.holder.kind && holderIdOf(before) === holderIdOf(after);

function* saveHead(tools: AppendTools, before: ConversationHead, { head, queueId, lastPosition }: StoredConversation): Plan<void> {
  const { conversationId: id } = head;
  yield* run(tools.statements.saveProgress, {
    id,
    seq: head.seq,
    queue_id: queueId,
    waiting_since: head.waitingSince,
    snoozed_until: head.snoozedUntil,
    order_number: head.orderNumber,
    last_at: head.last?.at ?? 0,
    last_position: lastPosition,
    head_json: JSON.stringify(head),
  });
  if (isPlaceEqual(before, head)) return;
  yield* run(tools.statements.savePlace, { id, status: head.episode.status, holder_kind: head.holder.kind, holder_id: holderIdOf(head) });
}

/**
 * Writes a decision and what follows from it (clocks that start and stop): events in order, the head once, promises last. Runs
 * inside the caller's transaction or savepoint.
 */
export function* writeDecision(tools: AppendTools, writing: Writing): Plan<Written> {
  const { conversation: before, now, decision } = writing;
  const at = now;
  if (decision.events.length === 0 && !decision.due?.length && !decision.cancelDue?.length) return { conversation: before, events: [], nextDue: null, at };
  const decided = yield* appendAll(tools, writing, { progress: { conversation: before, events: [] }, events: decision.events });
  const shop = yield* shopSettings(tools, before.head.shopId);
  const consequences = tools.consequences.map((consequence) => consequence({ before: before.head, after: decided.conversation.head, now, shop }));
  const { conversation, events } = yield* appendAll(tools, writing, { progress: decided, events: consequences.flatMap((one) => one.events).map(asSystem) });
  if (events.length > 0) yield* saveHead(tools, before.head, conversation);
  const due = [decision, ...consequences].flatMap((one) => one.due ?? []);
  for (const key of [decision, ...consequences].flatMap((one) => one.cancelDue ?? [])) yield* tools.due.cancel(key);
  for (const job of due) yield* tools.due.put(job, tools.newId);
  return { conversation, events, nextDue: due.length === 0 ? null : Math.min(...due.map((job) => job.runAt)), at };
}
