import type { AcceptedByCustomer, CustomerCommand, CustomerPayload } from '../../shared/contracts/commands.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import type { ThreadItem } from '../../shared/domain/reducers/reduce-thread.ts';
import { codePointLength, LIMITS } from '../../shared/lib/limits.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { backoff } from './backoff.ts';
import type { Clock, Random, Undo } from './clock.ts';
import { RENEW, RETRY_LATER } from './failure.ts';
import { forgetOutgoing, keepOutgoing, recallOutgoing, type Outgoing } from './outgoing.ts';
import type { Answer } from './requests.ts';
import type { Shelf } from './shelf.ts';
import { createStore, type Store, type WritableStore } from './store.ts';

export type OutboxDeps = {
  readonly shelf: Shelf;
  readonly newId: () => string;
  readonly clock: Clock;
  readonly random: Random;
  readonly send: (command: CustomerCommand) => Promise<Answer<AcceptedByCustomer>>;
};

/** What an answer makes of the message: no answer and a passing trouble leave it in the line. */
function standingAfter(answer: Answer<AcceptedByCustomer>): Outgoing['state'] {
  if (answer.kind === 'lost') return { kind: 'queued' };
  if (answer.result.ok) return { kind: 'accepted' };
  const { code } = answer.result.error;
  return RETRY_LATER.has(code) || RENEW.has(code) ? { kind: 'queued' } : { kind: 'refused', code };
}

/** The line of messages on their way: in order, one at a time, kept on the device until the log has them. */
export class Outbox {
  readonly #deps: OutboxDeps;
  readonly #entries: WritableStore<readonly Outgoing[]>;
  #isPumping = false;
  #failures = 0;
  #cancelRetry: Undo = () => undefined;

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
    this.#entries = createStore<readonly Outgoing[]>(recallOutgoing(deps.shelf));
  }

  get entries(): Store<readonly Outgoing[]> {
    return this.#entries;
  }

  /** Keeps the message, then sends it when its turn comes. Over a limit is `TOO_LARGE`, and nothing is queued. */
  post(payload: CustomerPayload<'message.post'>): Result<Outgoing, Failure> {
    if (codePointLength(payload.text) > LIMITS.messageCodePoints) return err({ code: 'TOO_LARGE' });
    const entry: Outgoing = { id: this.#deps.newId(), at: this.#deps.clock.now(), payload, state: { kind: 'queued' } };
    keepOutgoing(this.#deps.shelf, entry);
    this.#entries.update((line) => [...line, entry]);
    this.pump();
    return ok(entry);
  }

  /** A refused message goes again, with the same id, since a refusal has consumed nothing. */
  retry(id: string): void {
    this.#stand(id, { kind: 'queued' });
    this.pump();
  }

  /** Takes a refused message out of the line. */
  drop(id: string): void {
    this.#remove((entry) => entry.id === id && entry.state.kind === 'refused');
  }

  /** The log shows these now. */
  settle(items: readonly ThreadItem[]): void {
    if (this.#entries.get().length === 0) return;
    const known = new Set(items.map((item) => (item.kind === 'message' ? item.id : '')));
    this.#remove((entry) => known.has(entry.id));
  }

  /** What waits goes, as far as the line carries it. */
  pump(): void {
    if (this.#isPumping) return;
    this.#isPumping = true;
    void this.#pumpAll();
  }

  #next(): Outgoing | undefined {
    return this.#entries.get().find((entry) => entry.state.kind === 'queued');
  }

  async #pumpAll(): Promise<void> {
    for (let entry = this.#next(); entry && (await this.#sendOne(entry)); entry = this.#next());
    this.#isPumping = false;
    this.#cancelRetry();
    if (this.#next()) this.#cancelRetry = this.#deps.clock.after(backoff(this.#failures, this.#deps.random), () => this.pump());
  }

  /** Sends one; false when the rest has to wait. */
  async #sendOne({ id, payload }: Outgoing): Promise<boolean> {
    this.#stand(id, { kind: 'in-flight' });
    const state = standingAfter(await this.#deps.send({ id, type: 'message.post', payload }));
    this.#stand(id, state);
    this.#failures = state.kind === 'queued' ? this.#failures + 1 : 0;
    return state.kind !== 'queued';
  }

  #stand(id: string, state: Outgoing['state']): void {
    this.#entries.update((line) => line.map((entry) => (entry.id === id ? { ...entry, state } : entry)));
    if (state.kind === 'accepted') return forgetOutgoing(this.#deps.shelf, id);
    const entry = this.#entries.get().find((candidate) => candidate.id === id);
    if (entry && state.kind !== 'in-flight') keepOutgoing(this.#deps.shelf, entry);
  }

  #remove(isGone: (entry: Outgoing) => boolean): void {
    const gone = this.#entries.get().filter(isGone);
    if (gone.length === 0) return;
    for (const entry of gone) forgetOutgoing(this.#deps.shelf, entry.id);
    this.#entries.update((line) => line.filter((entry) => !isGone(entry)));
  }
}
