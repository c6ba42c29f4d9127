import type { BridgeCommands } from '../../../shared/contracts/bridge/contract.ts';
import type { Lane, OutboxEntry } from '../../../shared/contracts/bridge/outbox.ts';
import type { Accepted } from '../../../shared/contracts/commands.ts';
import { failureSchema, type Failure } from '../../../shared/contracts/errors.ts';
import { COMMAND_LANES } from '../../../shared/domain/lanes.ts';
import { LIMITS } from '../../../shared/lib/limits.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Drafts } from '../drafts.ts';
import { createSignal } from '../signal.ts';
import { storageFailure } from '../storage/sqlite-failure.ts';
import { checkAct, type Act, type CheckedAct } from './check-act.ts';
import { isOvertaken, isSameAct, mustHold, nextToSend, toHold, toRelease, withText } from './outbox-rules.ts';
import type { OutboxStore, Stored } from './outbox-store.ts';

export type Resend = BridgeCommands['outbox.resend']['input'];

const inState = (stored: Stored, state: OutboxEntry['state']): Stored => ({ ...stored, entry: { ...stored.entry, state } });
const isKept = ({ entry, attempted }: Stored): boolean => ['in-flight', 'done'].includes(entry.state.kind) || (entry.state.kind === 'queued' && attempted);

/** What the disk can refuse is answered so; nothing has changed then. */
function saved<T>(write: () => T): Result<T, Failure> {
  try {
    return ok(write());
  } catch (problem) {
    const failure = storageFailure(problem);
    if (failure) return err(failure);
    throw problem;
  }
}

/**
 * Acts on their way up. Before an act is answered its entry is on disk and the draft that it sends is not, by one step. The entry leaves when
 * the log has reached it; what a crash finds in flight goes again with the same id, which the backend answers the same.
 */
export class Outbox {
  /** The conversation whose line changed. */
  readonly changed = createSignal<string>();
  readonly #store: OutboxStore;
  readonly #clock: Clock;
  readonly #drafts: Pick<Drafts, 'removeSent'>;

  constructor(store: OutboxStore, clock: Clock, drafts: Pick<Drafts, 'removeSent'>) {
    this.#store = store;
    this.#clock = clock;
    this.#drafts = drafts;
    // The last life may have ended between the leaving of what was refused and the release of what waited behind it.
    for (const conversationId of store.conversations()) this.#release(conversationId);
  }

  /** Takes an act; the same id again is the same act. `TOO_LARGE`, `OUTBOX_FULL`, `STORAGE_FULL`, `STORAGE_FAILED`; `OFFLINE` for what may not wait. */
  add(given: Act, isOnline: boolean): Result<OutboxEntry, Failure> {
    const checked = checkAct(given);
    if (!checked.ok) return checked;
    const act = checked.value;
    const known = this.#store.find(act.id);
    if (known) return isSameAct(known.entry, act) ? ok(known.entry) : err({ code: 'IDEMPOTENCY_MISMATCH' });
    if (!isOnline && !COMMAND_LANES[act.type].offline) return err({ code: 'OFFLINE' });
    if (this.#store.size >= LIMITS.outboxEntries) return err({ code: 'OUTBOX_FULL', details: { limit: LIMITS.outboxEntries } });
    return saved(() => this.#insert(act));
  }

  /** Takes an entry back. `TRANSITION_REFUSED` when it was sent: nobody knows yet whether it arrived. */
  drop(id: string): Result<null, Failure> {
    const stored = this.#store.find(id);
    if (!stored) return err({ code: 'NOT_FOUND' });
    if (isKept(stored)) return err({ code: 'TRANSITION_REFUSED' });
    return saved(() => {
      this.#store.remove(stored);
      this.#afterLeaving(stored);
      return null;
    });
  }

  /** Puts a refused or held entry back in line, in its old place, as a new act. */
  resend({ id, newId, seenSeq, text }: Resend): Result<OutboxEntry, Failure> {
    const stored = this.#store.find(id);
    if (!stored) return err({ code: 'NOT_FOUND' });
    const { type, conversationId, payload, state } = stored.entry;
    if (state.kind !== 'refused' && state.kind !== 'held') return err({ code: 'TRANSITION_REFUSED' });
    const checked = checkAct({ id: newId, type, conversationId, seenSeq, payload: withText(payload, text) });
    if (!checked.ok) return checked;
    const entry: OutboxEntry = { ...stored.entry, id: newId, seenSeq, payload: checked.value.payload, state: { kind: 'queued' } };
    return saved(() => {
      this.#store.put([{ place: stored.place, entry, attempted: false }]);
      this.#afterLeaving(stored);
      return entry;
    });
  }

  entries(): OutboxEntry[] {
    return this.#store.all().map(({ entry }) => entry);
  }

  entriesOf(conversationId: string): OutboxEntry[] {
    return this.#store.line(conversationId).map(({ entry }) => entry);
  }

  conversations(): string[] {
    return this.#store.conversations();
  }

  /** Acts that a person would miss: all but observations and what is done. */
  unsent(): number {
    return this.entries().filter(({ lane, state }) => lane !== 'observations' && state.kind !== 'done').length;
  }

  /** What a lane of a conversation sends next, if anything. */
  next(conversationId: string, lane: Lane): OutboxEntry | null {
    return nextToSend(this.entriesOf(conversationId), lane);
  }

  markInFlight(id: string): void {
    this.#change(id, (stored) => ({ ...inState(stored, { kind: 'in-flight' }), attempted: true }));
  }

  requeue(id: string): void {
    this.#change(id, (stored) => inState(stored, { kind: 'queued' }));
  }

  accept(id: string, accepted: Accepted): void {
    this.#change(id, (stored) => inState(stored, { kind: 'done', accepted }));
  }

  /** Keeps the entry with its reason and parks the replies behind it; nobody can do anything about a refused observation. */
  refuse(id: string, failure: Failure): void {
    const stored = this.#store.find(id);
    if (!stored) return;
    if (stored.entry.lane === 'observations') {
      this.#store.settle(stored);
      return this.#afterLeaving(stored);
    }
    const { conversationId } = stored.entry;
    const refused = inState({ ...stored, attempted: false }, { kind: 'refused', failure: failureSchema.parse(failure) });
    const held = this.#storedOf(toHold(this.entriesOf(conversationId), stored.entry)).map((later) => inState(later, { kind: 'held' }));
    this.#store.track([refused, ...held]);
    this.changed.emit(conversationId);
  }

  /** Acts that may not wait, and were never sent, are refused when the line is gone: nobody means them minutes later. */
  refuseWaitingActions(): void {
    const waiting = this.#store.all().filter(({ entry, attempted }) => entry.lane === 'actions' && entry.state.kind === 'queued' && !attempted);
    for (const { entry } of waiting) this.refuse(entry.id, { code: 'OFFLINE' });
  }

  /** The local log has reached `seq`: what was done up to there is to be seen in it. */
  reached(conversationId: string, seq: number): void {
    const arrived = this.#store.line(conversationId).filter(({ entry }) => entry.state.kind === 'done' && entry.state.accepted.seq <= seq);
    if (arrived.length === 0) return;
    for (const stored of arrived) this.#store.settle(stored);
    this.changed.emit(conversationId);
  }

  #storedOf(entries: readonly OutboxEntry[]): Stored[] {
    return entries.flatMap(({ id }) => this.#store.find(id) ?? []);
  }

  #change(id: string, next: (stored: Stored) => Stored): void {
    const stored = this.#store.find(id);
    if (!stored) return;
    this.#store.track([next(stored)]);
    this.changed.emit(stored.entry.conversationId);
  }

  /** What was parked behind it goes on, unless something else refused stands before. */
  #afterLeaving({ entry: { conversationId } }: Stored): void {
    this.#release(conversationId);
    this.changed.emit(conversationId);
  }

  #release(conversationId: string): void {
    this.#store.track(this.#storedOf(toRelease(this.entriesOf(conversationId))).map((stored) => inState(stored, { kind: 'queued' })));
  }

  #insert({ id, type, conversationId, seenSeq, payload }: CheckedAct): OutboxEntry {
    const { lane } = COMMAND_LANES[type];
    const entry: OutboxEntry = { id, conversationId, lane, type, payload, seenSeq, createdAt: this.#clock.now(), state: { kind: 'queued' } };
    const line = this.entriesOf(conversationId);
    const placed: OutboxEntry = mustHold(line, entry) ? { ...entry, state: { kind: 'held' } } : entry;
    this.#store.add(placed, () => this.#drafts.removeSent(placed));
    for (const overtaken of this.#storedOf(line.filter((queued) => isOvertaken(queued, entry)))) this.#store.settle(overtaken);
    this.changed.emit(conversationId);
    return placed;
  }
}
