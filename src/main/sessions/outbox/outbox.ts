import type { BridgeCommands } from '../../../shared/contracts/bridge/contract.ts';
import type { Lane, OutboxEntry } from '../../../shared/contracts/bridge/outbox.ts';
import type { Accepted } from '../../../shared/contracts/commands.ts';
import { failureSchema, type Failure } from '../../../shared/contracts/errors.ts';
import { COMMAND_LANES } from '../../../shared/domain/lanes.ts';
import { wordsOf } from '../../../shared/domain/overlay-pending.ts';
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
export type TakeBack = BridgeCommands['outbox.take-back']['input'];

type DraftsOfOutbox = Pick<Drafts, 'removeSent' | 'putInFront'>;

const inState = (stored: Stored, state: OutboxEntry['state']): Stored => ({ ...stored, entry: { ...stored.entry, state } });
const isKept = ({ entry, attempted }: Stored): boolean => ['in-flight', 'done'].includes(entry.state.kind) || (entry.state.kind === 'queued' && attempted);

/** As windows are told of it: what waits and was sent once can't be taken back, and they must not offer it. */
const shown = ({ entry, attempted }: Stored): OutboxEntry =>
  entry.state.kind === 'queued' && attempted ? { ...entry, state: { ...entry.state, wasSent: true } } : entry;

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

/** A page asks again as soon as its line is back, and nobody takes as much in other windows meanwhile. No more, since their words may be long. */
const REMEMBERED = 500;

/**
 * Acts on their way up. Before an act is answered its entry is on disk and the draft that it sends is not, by one step. The entry leaves when
 * the log has reached it; what a crash finds in flight goes again with the same id, which the backend answers the same.
 */
export class Outbox {
  /** The conversation whose line changed. */
  readonly changed = createSignal<string>();
  readonly #store: OutboxStore;
  readonly #clock: Clock;
  readonly #drafts: DraftsOfOutbox;
  /**
   * The latest that were taken, since a page whose line broke asks again after the entry has left: sent, taken back, or gone under another
   * id. For this life alone, as a page outlives no host.
   */
  readonly #taken = new Map<string, OutboxEntry>();

  constructor(store: OutboxStore, clock: Clock, drafts: DraftsOfOutbox) {
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
    const known = this.#store.find(act.id)?.entry ?? this.#taken.get(act.id);
    if (known) return isSameAct(known, act) ? ok(known) : err({ code: 'IDEMPOTENCY_MISMATCH' });
    if (!isOnline && !COMMAND_LANES[act.type].offline) return err({ code: 'OFFLINE' });
    if (this.#store.size >= LIMITS.outboxEntries) return err({ code: 'OUTBOX_FULL', details: { limit: LIMITS.outboxEntries } });
    return saved(() => this.#remembered(this.#insert(act)));
  }

  /** Takes an entry out. `TRANSITION_REFUSED` when it was sent: nobody knows yet whether it arrived. */
  drop(id: string): Result<null, Failure> {
    return this.#takeOut(id, () => undefined);
  }

  /** Takes an entry out, as `drop`, and puts its words into a draft of its conversation by the same step: a death leaves them in one of the two. */
  takeBack({ id, mode }: TakeBack): Result<null, Failure> {
    return this.#takeOut(id, (entry) => this.#drafts.putInFront({ conversationId: entry.conversationId, mode }, wordsOf(entry)));
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

  find(id: string): OutboxEntry | null {
    const stored = this.#store.find(id);
    return stored && shown(stored);
  }

  entries(): OutboxEntry[] {
    return this.#store.all().map(shown);
  }

  entriesOf(conversationId: string): OutboxEntry[] {
    return this.#store.line(conversationId).map(shown);
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
    return nextToSend(this.#line(conversationId), lane);
  }

  /**
   * On disk before it is sent: after a crash that forgot it, what was done could be taken back or shown as refused. `STORAGE_FULL` and
   * `STORAGE_FAILED` when the disk refuses, and then it may not be sent. One that was sent before is known there as such.
   */
  markInFlight(id: string): Result<null, Failure> {
    const stored = this.#store.find(id);
    if (!stored) return err({ code: 'NOT_FOUND' });
    const sent = { ...inState(stored, { kind: 'in-flight' }), attempted: true };
    return this.#shown(sent, () => (stored.attempted ? this.#store.track([sent]) : this.#store.put([sent])));
  }

  /** Back in line; `failure` is what keeps it there though there is a line. */
  requeue(id: string, failure?: Failure): void {
    this.#change(id, (stored) => inState(stored, { kind: 'queued', ...(failure && { failure: failureSchema.parse(failure) }) }));
  }

  accept(id: string, accepted: Accepted): void {
    this.#change(id, (stored) => inState(stored, { kind: 'done', accepted }));
  }

  /**
   * Keeps the entry with its reason and parks the replies behind it; nobody can do anything about a refused observation. On disk before it is shown:
   * after a crash that forgot it, it would go again and might be done. `STORAGE_FULL` and `STORAGE_FAILED` when the disk refuses; nothing has changed then.
   */
  refuse(id: string, failure: Failure): Result<null, Failure> {
    const stored = this.#store.find(id);
    if (!stored) return ok(null);
    if (stored.entry.lane === 'observations') {
      this.#store.settle(stored);
      this.#afterLeaving(stored);
      return ok(null);
    }
    const { conversationId } = stored.entry;
    const refused = inState({ ...stored, attempted: false }, { kind: 'refused', failure: failureSchema.parse(failure) });
    const held = this.#storedOf(toHold(this.#line(conversationId), stored.entry)).map((later) => inState(later, { kind: 'held' }));
    return this.#shown(refused, () => this.#store.put([refused, ...held]));
  }

  /** Refuses an act that may not wait and was never sent. A disk that misses it has the act as waiting, and such are refused at every start. */
  refuseUnsent(id: string, failure: Failure): void {
    this.#change(id, (stored) => inState(stored, { kind: 'refused', failure: failureSchema.parse(failure) }));
  }

  /** Acts that may not wait, and were never sent, are refused when the line is gone: nobody means them minutes later. */
  refuseWaitingActions(): void {
    const waiting = this.#store.all().filter(({ entry, attempted }) => entry.lane === 'actions' && entry.state.kind === 'queued' && !attempted);
    for (const { entry } of waiting) this.refuseUnsent(entry.id, { code: 'OFFLINE' });
  }

  /** The local log has reached `seq`: what was done up to there is to be seen in it. */
  reached(conversationId: string, seq: number): void {
    const arrived = this.#store.line(conversationId).filter(({ entry }) => entry.state.kind === 'done' && entry.state.accepted.seq <= seq);
    if (arrived.length === 0) return;
    for (const stored of arrived) this.#store.settle(stored);
    this.changed.emit(conversationId);
  }

  #remembered(entry: OutboxEntry): OutboxEntry {
    this.#taken.set(entry.id, entry);
    const [oldest] = this.#taken.keys();
    if (oldest !== undefined && this.#taken.size > REMEMBERED) this.#taken.delete(oldest);
    return entry;
  }

  /** As it is kept: what the rules look at and the disk holds. */
  #line(conversationId: string): OutboxEntry[] {
    return this.#store.line(conversationId).map(({ entry }) => entry);
  }

  #takeOut(id: string, alongside: (entry: OutboxEntry) => void): Result<null, Failure> {
    const stored = this.#store.find(id);
    if (!stored) return err({ code: 'NOT_FOUND' });
    if (isKept(stored)) return err({ code: 'TRANSITION_REFUSED' });
    return saved(() => {
      this.#store.remove(stored, () => alongside(stored.entry));
      this.#afterLeaving(stored);
      return null;
    });
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

  /** Tells of a change that the disk has; of one that it refuses there is nothing to tell. */
  #shown({ entry }: Stored, write: () => void): Result<null, Failure> {
    const written = saved(write);
    if (!written.ok) return written;
    this.changed.emit(entry.conversationId);
    return ok(null);
  }

  /** What was parked behind it goes on, unless something else refused stands before. */
  #afterLeaving({ entry: { conversationId } }: Stored): void {
    this.#release(conversationId);
    this.changed.emit(conversationId);
  }

  #release(conversationId: string): void {
    this.#store.track(this.#storedOf(toRelease(this.#line(conversationId))).map((stored) => inState(stored, { kind: 'queued' })));
  }

  #insert({ id, type, conversationId, seenSeq, payload }: CheckedAct): OutboxEntry {
    const { lane } = COMMAND_LANES[type];
    const entry: OutboxEntry = { id, conversationId, lane, type, payload, seenSeq, createdAt: this.#clock.now(), state: { kind: 'queued' } };
    const line = this.#line(conversationId);
    const placed: OutboxEntry = mustHold(line, entry) ? { ...entry, state: { kind: 'held' } } : entry;
    this.#store.add(placed, () => this.#drafts.removeSent(placed));
    for (const overtaken of this.#storedOf(line.filter((queued) => isOvertaken(queued, entry)))) this.#store.settle(overtaken);
    this.changed.emit(conversationId);
    return placed;
  }
}
