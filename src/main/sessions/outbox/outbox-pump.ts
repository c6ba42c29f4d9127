import { laneSchema, type Lane, type OutboxEntry } from '../../../shared/contracts/bridge/outbox.ts';
import { acceptedSchema, type Accepted } from '../../../shared/contracts/commands.ts';
import { ERRORS, type ErrorCode, type Failure } from '../../../shared/contracts/errors.ts';
import type { Clock, Undo } from '../../ports/clock.ts';
import type { Random } from '../../ports/random.ts';
import { backoff } from '../link/backoff.ts';
import type { Answer, BackendLink } from '../link/backend-link.ts';
import { judgeRefusal } from '../link/refusal.ts';
import type { Outbox } from './outbox.ts';

/** Observations wait this long, so that several marks of reading become one. */
const OBSERVATION_DELAY_MS = 400;
/** A failure of the backend itself is tried again this often; after that it is the agent's to see. */
const INTERNAL_TRIES = 5;

type Deps = {
  readonly outbox: Outbox;
  readonly link: BackendLink;
  readonly clock: Clock;
  readonly random: Random;
  /** The line is live and this conversation isn't known to be behind. */
  readonly isReady: (conversationId: string) => boolean;
  /** Seq that the local log of an open conversation has reached; null when it isn't open. */
  readonly headOf: (conversationId: string) => number | null;
};

/** Sends what waits, whenever it may. */
export type OutboxPump = { readonly run: (conversationId: string) => void; readonly runAll: () => void; readonly stop: () => void };

const IN_FIRST_HAND: ReadonlySet<Lane> = new Set(['messages', 'observations']);

/** Whether the same act may succeed by itself a little later. Acts that a person waits for at the screen are theirs to repeat. */
function isPassing(entry: OutboxEntry, code: ErrorCode, tries: number): boolean {
  if (code === 'RATE_LIMITED' || code === 'UNAVAILABLE') return true;
  if (!IN_FIRST_HAND.has(entry.lane) || ERRORS[code].retry !== 'later') return false;
  return code !== 'INTERNAL' || tries < INTERNAL_TRIES;
}

export function createOutboxPump({ outbox, link, clock, random, isReady, headOf }: Deps): OutboxPump {
  const tries = new Map<string, number>();
  /** Lanes that pause, by conversation and lane. */
  const pauses = new Map<string, Undo>();
  let stopped = false;

  function pause(conversationId: string, lane: Lane, milliseconds: number): void {
    const key = `${conversationId} ${lane}`;
    pauses.get(key)?.();
    pauses.set(key, clock.after(milliseconds, () => {
      pauses.delete(key);
      run(conversationId);
    }));
  }

  function tryLater(entry: OutboxEntry): void {
    const failed = tries.get(entry.id) ?? 0;
    tries.set(entry.id, failed + 1);
    // Before the entry is in line again, or the change would send it at once.
    pause(entry.conversationId, entry.lane, backoff(failed, random));
    outbox.requeue(entry.id);
  }

  function handleAccepted(entry: OutboxEntry, accepted: Accepted): void {
    tries.delete(entry.id);
    outbox.accept(entry.id, accepted);
    // Of a conversation that nobody has open there is no log to wait for.
    outbox.reached(entry.conversationId, headOf(entry.conversationId) ?? accepted.seq);
  }

  function handleFailure(entry: OutboxEntry, failure: Failure): void {
    const isOfTheLine = ['renew', 'signed-out'].includes(judgeRefusal(failure)) || failure.code === 'SESSION_FENCED';
    if (isOfTheLine || isPassing(entry, failure.code, tries.get(entry.id) ?? 0)) return tryLater(entry);
    tries.delete(entry.id);
    outbox.refuse(entry.id, failure);
  }

  async function send(entry: OutboxEntry): Promise<void> {
    outbox.markInFlight(entry.id);
    const { id, type, conversationId, seenSeq, payload } = entry;
    const answer: Answer<Accepted> = await link.request({ name: 'command', body: { id, type, conversationId, seenSeq, payload }, answer: acceptedSchema });
    if (stopped) return;
    if (answer.kind === 'lost') outbox.requeue(id);
    else if (answer.result.ok) handleAccepted(entry, answer.result.value);
    else handleFailure(entry, answer.result.error);
    run(conversationId);
  }

  function runLane(conversationId: string, lane: Lane): void {
    const isPaused = pauses.has(`${conversationId} ${lane}`);
    const entry = isPaused ? null : outbox.next(conversationId, lane);
    if (!entry) return;
    const age = clock.now() - entry.createdAt;
    if (lane === 'observations' && age >= 0 && age < OBSERVATION_DELAY_MS) pause(conversationId, lane, OBSERVATION_DELAY_MS - age);
    else void send(entry);
  }

  function run(conversationId: string): void {
    if (stopped || !isReady(conversationId)) return;
    for (const lane of laneSchema.options) runLane(conversationId, lane);
  }

  return {
    run,
    runAll: () => outbox.conversations().forEach(run),
    stop: () => {
      stopped = true;
      for (const cancel of pauses.values()) cancel();
    },
  };
}
