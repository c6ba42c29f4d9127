import type { Id } from '../../../shared/contracts/basics.ts';
import type { LogEvent } from '../../../shared/contracts/events/envelope.ts';
import { isKnownEvent } from '../../../shared/domain/known-versions.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Append, NewEvent } from '../../log/append-request.ts';
import type { LogReader } from '../../log/log-reader.ts';
import type { BackendModule } from '../../module.ts';
import { expectAccepted } from '../../reactions/expect-accepted.ts';
import type { Reaction } from '../../reactions/reaction.ts';
import { gatherTurn, type TurnSources } from '../bot/turn-input.ts';
import { ASSIST_ACTOR } from '../understanding/understanding-module.ts';
import type { ModelPort } from '../../integrations/model/model-port.ts';
import { DESK_ROLES } from '../../policy/rules.ts';
import { observeSuggestion } from './observe-suggestion.ts';
import { draftWithModel } from './draft-with-model.ts';
import { suggestReplies, type Candidate } from './suggest-replies.ts';
import { createUseMemory, type UseMemory } from './use-memory.ts';

type Dependencies = TurnSources & {
  readonly append: Append;
  readonly newId: () => Id;
  readonly stopwatch: () => number;
  readonly version: string;
  readonly reader: LogReader;
  /** Adds a draft of its own beside the local ones, when one is configured. */
  readonly model: ModelPort | null;
};

const DOCK_SIZE = 3;
/** Part of a score that only a model's draft has: so a set is added to once. */
const MODEL_PART = 'model';

type Offer = { readonly setId: Id; readonly messageSeq: number; readonly candidates: readonly Candidate[]; readonly milliseconds: number; readonly version: string; readonly newId: () => Id };

function offerEvent(offer: Offer): NewEvent {
  const items = offer.candidates.map(({ title, confidence, sources, parts }) => ({ suggestionId: offer.newId(), title, confidence, sources: [...sources], parts: { ...parts } }));
  const texts = Object.fromEntries(items.map((item, index) => [item.suggestionId, offer.candidates[index]?.text ?? '']));
  return {
    type: 'suggestion.offered',
    payload: { setId: offer.setId, messageSeq: offer.messageSeq, items, milliseconds: offer.milliseconds, modelVersion: offer.version },
    content: { texts },
  };
}

async function offerReplies(deps: Dependencies, memory: UseMemory, event: LogEvent): Promise<void> {
  await memory.catchUp();
  const started = deps.stopwatch();
  const gathered = await gatherTurn(deps, event.conversationId);
  const held = gathered?.state.head.holder.kind;
  if (!gathered || (held !== 'agent' && held !== 'queue')) return;
  const candidates = suggestReplies(gathered.input);
  if (candidates.length === 0) return;
  const { messageSeq } = gathered.input;
  const milliseconds = Math.round((deps.stopwatch() - started) * 10) / 10;
  const answer = await deps.append({
    conversationId: event.conversationId,
    actor: ASSIST_ACTOR,
    key: `${event.id}:suggestions`,
    // Behind a crash the same event is followed again, and another message may be the last by then.
    fingerprint: 'offer',
    act: 'free',
    seenSeq: null,
    decide: ({ head, newId }) => {
      const isCurrent = head.suggestions?.messageSeq === messageSeq && head.suggestions.withdrawn === null;
      if (head.lastCustomerSeq !== messageSeq || isCurrent) return err({ code: 'STALE' });
      return ok({ events: [offerEvent({ setId: newId(), messageSeq, candidates, milliseconds, version: deps.version, newId })] });
    },
  });
  expectAccepted(answer, 'suggestions were');
}

/** What was said from the order no longer holds once an action has changed it. */
async function withdrawAfterAction(deps: Dependencies, event: LogEvent): Promise<void> {
  const answer = await deps.append({
    conversationId: event.conversationId,
    actor: ASSIST_ACTOR,
    key: `${event.id}:suggestions`,
    fingerprint: 'withdraw',
    act: 'free',
    seenSeq: null,
    decide: ({ head }) => {
      const set = head.suggestions;
      const usesOrder = set?.items.some((item) => item.sources.some((source) => source.kind === 'order')) ?? false;
      if (!set || set.withdrawn !== null || !usesOrder) return err({ code: 'STALE' });
      return ok({ events: [{ type: 'suggestion.withdrawn', payload: { setId: set.setId, why: 'order-changed' }, content: null }] });
    },
  });
  expectAccepted(answer, 'a withdrawal was');
}

/**
 * A model's draft joins a set that has room for it. The local suggestions keep their ids and places, so that what is being read
 * stays; whatever happened meanwhile, the draft is dropped.
 */
async function addDraft(deps: Dependencies, model: ModelPort, event: LogEvent): Promise<void> {
  if (!isKnownEvent(event) || event.type !== 'suggestion.offered' || !event.content) return;
  const { setId, items } = event.payload;
  const { texts } = event.content;
  if (items.length >= DOCK_SIZE || items.some((item) => MODEL_PART in item.parts)) return;
  const state = await deps.readState(event.conversationId);
  const draft = state && (await draftWithModel(model, { state, evidence: items.map((item) => ({ text: texts[item.suggestionId] ?? '', sources: item.sources })) }));
  if (!draft) return;
  await deps.append({
    conversationId: event.conversationId,
    actor: ASSIST_ACTOR,
    key: `${event.id}:draft`,
    fingerprint: `draft:${setId}`,
    act: 'free',
    seenSeq: null,
    decide: ({ head, newId }) => {
      if (head.suggestions?.setId !== setId || head.suggestions.withdrawn !== null) return err({ code: 'STALE' });
      const suggestionId = newId();
      return ok({
        events: [{ type: 'suggestion.offered', payload: { ...event.payload, setId: newId(), items: [...items, { suggestionId, ...draft.item }] }, content: { texts: { ...texts, [suggestionId]: draft.text } } }],
      });
    },
  });
}

const modelReaction = (deps: Dependencies, model: ModelPort): Reaction => ({
  name: 'model-drafts',
  types: ['suggestion.offered'],
  handle: (event) => addDraft(deps, model, event),
});

/** Suggested replies for whoever holds a conversation: offered for its newest message, withdrawn when stale. */
export function createSuggestionsModule(deps: Dependencies): BackendModule {
  const memory = createUseMemory({ reader: deps.reader, learned: deps.knowledge.learned });
  return {
    name: 'suggestions',
    policy: { commands: { 'suggestion.observe': DESK_ROLES } },
    commands: { 'suggestion.observe': observeSuggestion },
    reactions: [
      {
        name: 'suggestions',
        types: ['turn.understood', 'queue.entered', 'assignment.accepted', 'action.executed'],
        handle: (event) => (event.type === 'action.executed' ? withdrawAfterAction(deps, event) : offerReplies(deps, memory, event)),
      },
      ...(deps.model ? [modelReaction(deps, deps.model)] : []),
    ],
  };
}
