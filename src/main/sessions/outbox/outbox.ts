import type { BridgeCommands } from '../../../shared/contracts/bridge/contract.ts';
import type { Lane, OutboxEntry } from '../../../shared/contracts/bridge/outbox.ts';
import type { Accepted } from '../../../shared/contracts/commands.ts';
import { failureSchema, type Failure } from '../../../shared/contracts/errors.ts';
import { COMMAND_LANES } from '../../../shared/domain/lanes.ts';
import { LIMITS } from '../../../shared/lib/limits.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../../ports/clock.ts';
import { createSignal, type Signal } from '../signal.ts';
import { isStorageFull } from '../storage/store-file.ts';
import { checkAct, type Act, type CheckedAct } from './check-act.ts';
import { mustHold, nextToSend, toHold, toRelease } from './outbox-rules.ts';
import type { OutboxStore, Stored } from './outbox-store.ts';

export type Resend = BridgeCommands['outbox.resend']['input'];

/**
 * Acts on their way up. An entry is on disk before its act is answered and leaves when the log has reached it; what a crash finds
 * in flight goes again with the same id, which the backend answers the same.
 */
export type Outbox = {
  /** Takes an act; the same id again is the same act. `TOO_LARGE`, `OUTBOX_FULL`, `STORAGE_FULL`; `OFFLINE` for what may not wait. */
  readonly add: (act: Act, online: boolean) => Result<OutboxEntry, Failure>;
  /** Takes an entry back. `TRANSITION_REFUSED` when it was sent: nobody knows yet whether it arrived. */
  readonly drop: (id: string) => Result<null, Failure>;
  /** Puts a refused or held entry back in line, in its old place, as a new act. */
  readonly resend: (resend: Resend) => Result<OutboxEntry, Failure>;
  readonly entries: () => OutboxEntry[];
  readonly entriesOf: (conversationId: string) => OutboxEntry[];
  readonly conversations: () => string[];
  /** Acts that a person would miss: all but observations and what is done. */
  readonly unsent: () => number;
  /** The conversation whose line changed. */
  readonly changed: Signal<string>;
  readonly next: (conversationId: string, lane: Lane) => OutboxEntry | null;
  readonly markInFlight: (id: string) => void;
  readonly requeue: (id: string) => void;
  readonly accept: (id: string, accepted: Accepted) => void;
  readonly refuse: (id: string, failure: Failure) => void;
  /** The local log has reached `seq`: what was done up to there is to be seen in it. */
  readonly reached: (conversationId: string, seq: number) => void;
};

const refusedByState = () => err({ code: 'TRANSITION_REFUSED' as const });

/** Nobody looks at how far they had read before: the newest mark says it all. */
function isOvertaken(queued: OutboxEntry, newer: OutboxEntry): boolean {
  return newer.type === 'read.advance' && queued.type === 'read.advance' && queued.state.kind === 'queued';
}

function sameAct(entry: OutboxEntry, act: CheckedAct): boolean {
  return entry.type === act.type && entry.conversationId === act.conversationId && JSON.stringify(entry.payload) === JSON.stringify(act.payload);
}

/** A suggestion sent with other words was edited. */
function withText(payload: OutboxEntry['payload'], text: string | null): OutboxEntry['payload'] {
  if (text === null) return payload;
  const { suggestion } = payload;
  const isSuggested = typeof suggestion === 'object' && suggestion !== null && !Array.isArray(suggestion);
  return { ...payload, text, ...(isSuggested && text !== payload['text'] ? { suggestion: { ...suggestion, edited: true } } : {}) };
}

export function createOutbox(store: OutboxStore, clock: Clock): Outbox {
  const changed = createSignal<string>();
  const entriesOf = (conversationId: string): OutboxEntry[] => store.line(conversationId).map(({ entry }) => entry);
  const storedOf = (entries: readonly OutboxEntry[]): Stored[] => entries.flatMap(({ id }) => store.find(id) ?? []);

  const inState = (stored: Stored, state: OutboxEntry['state']): Stored => ({ ...stored, entry: { ...stored.entry, state } });

  /** Changes one entry; silent when it is gone. */
  function change(id: string, next: (stored: Stored) => Stored): void {
    const stored = store.find(id);
    if (!stored) return;
    store.track([next(stored)]);
    changed.emit(stored.entry.conversationId);
  }

  function release(conversationId: string): void {
    store.track(storedOf(toRelease(entriesOf(conversationId))).map((stored) => inState(stored, { kind: 'queued' })));
  }

  /** What can fail for want of space is answered so; nothing has changed then. */
  function saved<T>(write: () => T): Result<T, Failure> {
    try {
      return ok(write());
    } catch (problem) {
      if (isStorageFull(problem)) return err({ code: 'STORAGE_FULL' });
      throw problem;
    }
  }

  function insert(act: CheckedAct): OutboxEntry {
    const { lane } = COMMAND_LANES[act.type];
    const { id, type, conversationId, seenSeq, payload } = act;
    const entry: OutboxEntry = { id, conversationId, lane, type, payload, seenSeq, createdAt: clock.now(), state: { kind: 'queued' } };
    const line = entriesOf(conversationId);
    const placed: OutboxEntry = mustHold(line, entry) ? { ...entry, state: { kind: 'held' } } : entry;
    store.add(placed);
    for (const overtaken of storedOf(line.filter((queued) => isOvertaken(queued, entry)))) store.settle(overtaken);
    changed.emit(conversationId);
    return placed;
  }

  function add(given: Act, online: boolean): Result<OutboxEntry, Failure> {
    const checked = checkAct(given);
    if (!checked.ok) return checked;
    const act = checked.value;
    const known = store.find(act.id);
    if (known) return sameAct(known.entry, act) ? ok(known.entry) : err({ code: 'IDEMPOTENCY_MISMATCH' });
    if (!online && !COMMAND_LANES[act.type].offline) return err({ code: 'OFFLINE' });
    if (store.size() >= LIMITS.outboxEntries) return err({ code: 'OUTBOX_FULL', details: { limit: LIMITS.outboxEntries } });
    return saved(() => insert(act));
  }

  function afterLeaving({ entry }: Stored): void {
    release(entry.conversationId);
    changed.emit(entry.conversationId);
  }

  function drop(id: string): Result<null, Failure> {
    const stored = store.find(id);
    if (!stored) return err({ code: 'NOT_FOUND' });
    const { kind } = stored.entry.state;
    if (kind === 'in-flight' || kind === 'done' || (kind === 'queued' && stored.attempted)) return refusedByState();
    return saved(() => {
      store.remove(stored);
      afterLeaving(stored);
      return null;
    });
  }

  function resend({ id, newId, seenSeq, text }: Resend): Result<OutboxEntry, Failure> {
    const stored = store.find(id);
    if (!stored) return err({ code: 'NOT_FOUND' });
    if (!['refused', 'held'].includes(stored.entry.state.kind)) return refusedByState();
    const { type, conversationId, payload } = stored.entry;
    const checked = checkAct({ id: newId, type, conversationId, seenSeq, payload: withText(payload, text) });
    if (!checked.ok) return checked;
    const entry: OutboxEntry = { ...stored.entry, id: newId, seenSeq, payload: checked.value.payload, state: { kind: 'queued' } };
    return saved(() => {
      store.put([{ place: stored.place, entry, attempted: false }]);
      release(conversationId);
      changed.emit(conversationId);
      return entry;
    });
  }

  function refuse(id: string, failure: Failure): void {
    const stored = store.find(id);
    if (!stored) return;
    // Nobody can do anything about a refused observation.
    if (stored.entry.lane === 'observations') {
      store.settle(stored);
      return afterLeaving(stored);
    }
    const { conversationId } = stored.entry;
    const refused = inState({ ...stored, attempted: false }, { kind: 'refused', failure: failureSchema.parse(failure) });
    const held = storedOf(toHold(entriesOf(conversationId), stored.entry)).map((later) => inState(later, { kind: 'held' }));
    store.track([refused, ...held]);
    changed.emit(conversationId);
  }

  function reached(conversationId: string, seq: number): void {
    const arrived = store.line(conversationId).filter(({ entry }) => entry.state.kind === 'done' && entry.state.accepted.seq <= seq);
    if (arrived.length === 0) return;
    arrived.forEach((stored) => store.settle(stored));
    changed.emit(conversationId);
  }

  return {
    add,
    drop,
    resend,
    entries: () => store.all().map(({ entry }) => entry),
    entriesOf,
    conversations: store.conversations,
    unsent: () => store.all().filter(({ entry }) => entry.lane !== 'observations' && entry.state.kind !== 'done').length,
    changed,
    next: (conversationId, lane) => nextToSend(entriesOf(conversationId), lane),
    markInFlight: (id) => change(id, (stored) => ({ ...inState(stored, { kind: 'in-flight' }), attempted: true })),
    requeue: (id) => change(id, (stored) => inState(stored, { kind: 'queued' })),
    accept: (id, accepted) => change(id, (stored) => inState(stored, { kind: 'done', accepted })),
    refuse,
    reached,
  };
}
