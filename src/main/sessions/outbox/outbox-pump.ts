import { laneSchema, type Lane, type OutboxEntry } from '../../../shared/contracts/bridge/outbox.ts';
import { acceptedSchema, type Accepted } from '../../../shared/contracts/commands.ts';
import { ERRORS, type ErrorCode, type Failure } from '../../../shared/contracts/errors.ts';
import { maySendAgain } from '../../../shared/domain/lanes.ts';
import { waitOf } from '../../../shared/lib/wait-of.ts';
import type { Clock, Undo } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import { backoff } from '../link/backoff.ts';
import type { BackendLink } from '../link/backend-link.ts';
import { judgeRefusal } from '../link/refusal.ts';
import type { Outbox } from './outbox.ts';

/** Observations wait this long, so that several marks of reading become one. */
const OBSERVATION_DELAY_MS = 400;
/** A failure of the backend itself is tried again this often; after that it is the agent's to see. */
const INTERNAL_TRIES = 5;
/** A disk that refused is asked again after this long: nobody else waits for it, so there is nothing to get out of step with. */
const DISK_PAUSE_MS = 1_000;

type Deps = {
  readonly outbox: Outbox;
  readonly link: Pick<BackendLink, 'request'>;
  readonly clock: Clock;
  readonly random: Random;
  /** The line is live and this conversation isn't known to be behind. */
  readonly isReady: (conversationId: string) => boolean;
  /** Seq that the local log of an open conversation has reached; null when it isn't open. */
  readonly headOf: (conversationId: string) => number | null;
};

/** The line failed the act, not the act itself: it goes again once there is a line. */
const isOfTheLine = (failure: Failure): boolean => ['renew', 'signed-out'].includes(judgeRefusal(failure)) || failure.code === 'SESSION_FENCED';

/** Whether the same act may succeed by itself a little later. */
const isPassing = (entry: OutboxEntry, code: ErrorCode, tries: number): boolean => maySendAgain(entry.lane, code, ERRORS) && (code !== 'INTERNAL' || tries < INTERNAL_TRIES);

const pauseKey = (conversationId: string, lane: Lane): string => `${conversationId} ${lane}`;

/** Sends what waits, whenever it may. */
export class OutboxPump {
  readonly #deps: Deps;
  readonly #tries = new Map<string, number>();
  readonly #pauses = new Map<string, Undo>();
  #isStopped = false;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  run(conversationId: string): void {
    if (this.#isStopped || !this.#deps.isReady(conversationId)) return;
    for (const lane of laneSchema.options) this.#runLane(conversationId, lane);
  }

  runAll(): void {
    for (const conversationId of this.#deps.outbox.conversations()) this.run(conversationId);
  }

  stop(): void {
    this.#isStopped = true;
    for (const cancel of this.#pauses.values()) cancel();
  }

  #runLane(conversationId: string, lane: Lane): void {
    const entry = this.#pauses.has(pauseKey(conversationId, lane)) ? null : this.#deps.outbox.next(conversationId, lane);
    if (!entry) return;
    const wait = lane === 'observations' ? waitOf(entry.createdAt, OBSERVATION_DELAY_MS, this.#deps.clock.now()) : 0;
    if (wait > 0) this.#pause(entry, wait);
    else void this.#send(entry);
  }

  async #send(entry: OutboxEntry): Promise<void> {
    const { outbox, link } = this.#deps;
    const { id, type, conversationId, seenSeq, payload } = entry;
    const marked = outbox.markInFlight(id);
    if (!marked.ok) return this.#handleUnmarked(entry, marked.error);
    const answer = await link.request({ name: 'command', body: { id, type, conversationId, seenSeq, payload }, answer: acceptedSchema });
    if (this.#isStopped) return;
    if (answer.kind === 'lost') outbox.requeue(id);
    else if (answer.result.ok) this.#handleAccepted(entry, answer.result.value);
    else this.#handleFailure(entry, answer.result.error);
    this.run(conversationId);
  }

  /** Nothing is sent that the disk doesn't know of. What may wait does so; an action is refused, as without a line. */
  #handleUnmarked(entry: OutboxEntry, failure: Failure): void {
    const { outbox } = this.#deps;
    if (entry.lane === 'actions') return outbox.refuseUnsent(entry.id, failure);
    // Before the change is told, or it would be tried again at once.
    this.#pause(entry, DISK_PAUSE_MS);
    outbox.requeue(entry.id, failure);
  }

  #handleAccepted({ id, conversationId }: OutboxEntry, accepted: Accepted): void {
    const { outbox, headOf } = this.#deps;
    this.#tries.delete(id);
    outbox.accept(id, accepted);
    // Of a conversation that nobody has open there is no log to wait for.
    outbox.reached(conversationId, headOf(conversationId) ?? accepted.seq);
  }

  #handleFailure(entry: OutboxEntry, failure: Failure): void {
    const tries = this.#tries.get(entry.id) ?? 0;
    if (isOfTheLine(failure) || isPassing(entry, failure.code, tries)) return this.#tryLater(entry, tries);
    this.#tries.delete(entry.id);
    this.#refuse(entry, failure);
  }

  /** Until the disk has it the entry stands as in flight, and keeps its lane. */
  #refuse(entry: OutboxEntry, failure: Failure): void {
    const refused = this.#deps.outbox.refuse(entry.id, failure);
    if (!refused.ok) this.#pause(entry, DISK_PAUSE_MS, () => this.#refuse(entry, failure));
  }

  #tryLater(entry: OutboxEntry, tries: number): void {
    this.#tries.set(entry.id, tries + 1);
    // Before the entry is in line again, or the change would send it at once.
    this.#pause(entry, backoff(tries, this.#deps.random));
    this.#deps.outbox.requeue(entry.id);
  }

  /** Stops a lane for so long, and then goes on with what waits, or with `then`. */
  #pause({ conversationId, lane }: OutboxEntry, milliseconds: number, then = () => this.run(conversationId)): void {
    const key = pauseKey(conversationId, lane);
    const end = () => {
      this.#pauses.delete(key);
      then();
    };
    this.#pauses.get(key)?.();
    this.#pauses.set(key, this.#deps.clock.after(milliseconds, end));
  }
}
