import type { Connection } from '../../../shared/contracts/bridge/app-state.ts';
import { failureSchema } from '../../../shared/contracts/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { BackendLink } from '../link/backend-link.ts';
import { createSignal, type Signal } from '../signal.ts';
import type { Feed } from './feed.ts';
import type { Session } from './session.ts';
import type { SessionManager } from './session-manager.ts';

/** The line as people see it: open is not enough, what was missed must be here too. */
export type ConnectionWatch = {
  readonly current: () => Connection;
  readonly changed: Signal<Connection>;
  /** The line is open and what was missed while it was not is here: acts may go. */
  readonly isLive: () => boolean;
};

type Deps = { readonly link: BackendLink; readonly feed: Feed; readonly sessions: SessionManager; readonly clock: Clock };

/** Sessions that fetch at the same time. */
const AT_ONCE = 8;

async function inTurns(sessions: readonly Session[], run: (session: Session) => Promise<void>): Promise<void> {
  const left = [...sessions];
  const work = async () => {
    for (let session = left.shift(); session; session = left.shift()) await run(session);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** Follows the link: each time it opens, fetches the list first (it knows every head), then the open conversations. */
export function watchConnection({ link, feed, sessions, clock }: Deps): ConnectionWatch {
  const changed = createSignal<Connection>();
  let resumed = false;
  let openings = 0;
  let done = 0;
  let of = 0;
  let shown: Connection = { state: 'offline', since: clock.now(), lastHeardAt: null, progress: null, failure: null };

  const isBehind = (): boolean => sessions.all().some((session) => session.status() === 'catching-up');

  function stateNow(): Connection['state'] {
    const { kind } = link.state();
    if (kind !== 'open') return kind;
    return resumed && !isBehind() ? 'live' : 'catching-up';
  }

  function compute(): Connection {
    const state = stateNow();
    const line = link.state();
    return {
      state,
      since: state === shown.state ? shown.since : clock.now(),
      lastHeardAt: link.heardAt(),
      progress: state === 'catching-up' ? { done: Math.min(done, of), of } : null,
      failure: line.kind === 'refused' ? failureSchema.parse(line.failure) : null,
    };
  }

  function startCounting(): void {
    done = 0;
    of = missing();
  }

  function update(): void {
    if (shown.state === 'live' && stateNow() === 'catching-up') startCounting();
    shown = compute();
    changed.emit(shown);
  }

  /** Events that the list says we don't have, over all open conversations. */
  function missing(): number {
    return sessions.all().reduce((sum, session) => {
      const held = session.state()?.head.seq;
      const head = feed.state().rows.get(session.conversationId)?.seq;
      return held === undefined || head === undefined ? sum : sum + Math.max(0, head - held);
    }, 0);
  }

  async function resume(): Promise<void> {
    openings += 1;
    const mine = openings;
    resumed = false;
    update();
    await feed.catchUp();
    startCounting();
    await inTurns(sessions.all(), (session) => session.catchUp());
    if (mine !== openings || link.state().kind !== 'open') return;
    resumed = true;
    update();
  }

  link.changed.on((state) => {
    if (state.kind === 'open') return void resume();
    openings += 1;
    resumed = false;
    update();
  });
  link.messages.on((message) => {
    if (message.name === 'heartbeat') update();
  });
  sessions.opened.on((session) =>
    session.progress.on(({ fetched }) => {
      done += fetched;
      update();
    }),
  );

  return { current: () => shown, changed, isLive: () => resumed && link.state().kind === 'open' };
}
