import type { Connection } from '../../../shared/contracts/bridge/app-state.ts';
import { failureSchema } from '../../../shared/contracts/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { BackendLink, LinkState } from '../link/backend-link.ts';
import { createSignal } from '../signal.ts';
import type { Feed } from './feed.ts';
import type { Session } from './session.ts';
import type { SessionManager } from './session-manager.ts';

type Deps = { readonly link: BackendLink; readonly feed: Feed; readonly sessions: SessionManager; readonly clock: Clock };

/** Sessions that fetch at the same time. */
const AT_ONCE = 8;

/** Without a line: trying again is still being cut, and the clock of a cut runs through every try. */
const isCut = (state: Connection['state']): boolean => state === 'offline' || state === 'connecting';

async function inTurns(sessions: readonly Session[], run: (session: Session) => Promise<void>): Promise<void> {
  const left = [...sessions];
  const work = async () => {
    for (let session = left.shift(); session; session = left.shift()) await run(session);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/**
 * The line as people see it: open is not enough, what was missed must be here too. Each time the link opens it fetches the list
 * first (which knows every head), then the open conversations.
 */
export class ConnectionWatch {
  readonly changed = createSignal<Connection>();
  readonly #deps: Deps;
  #shown: Connection;
  #hasResumed = false;
  #openings = 0;
  #done = 0;
  #of = 0;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#shown = { state: 'offline', since: deps.clock.now(), lastHeardAt: null, progress: null, failure: null };
    deps.link.changed.on((state) => this.#follow(state));
    deps.link.messages.on((message) => {
      if (message.name === 'heartbeat') this.#update();
    });
    deps.sessions.opened.on((session) =>
      session.progress.on(({ fetched }) => {
        this.#done += fetched;
        this.#update();
      }),
    );
  }

  get current(): Connection {
    return this.#shown;
  }

  /** The line is open and what was missed while it was not is here: acts may go. */
  get isLive(): boolean {
    return this.#hasResumed && this.#deps.link.state.kind === 'open';
  }

  #follow(state: LinkState): void {
    this.#openings += 1;
    this.#hasResumed = false;
    this.#update();
    if (state.kind === 'open') void this.#resume(this.#openings);
  }

  async #resume(opening: number): Promise<void> {
    const { feed, sessions } = this.#deps;
    await feed.catchUp();
    this.#startCounting();
    await inTurns(sessions.all(), (session) => session.catchUp());
    if (opening !== this.#openings) return;
    this.#hasResumed = true;
    this.#update();
  }

  #stateNow(): Connection['state'] {
    const { kind } = this.#deps.link.state;
    if (kind !== 'open') return kind;
    const isBehind = this.#deps.sessions.all().some((session) => session.status === 'catching-up');
    return this.#hasResumed && !isBehind ? 'live' : 'catching-up';
  }

  #update(): void {
    const { link, clock } = this.#deps;
    const state = this.#stateNow();
    if (this.#shown.state === 'live' && state === 'catching-up') this.#startCounting();
    this.#shown = {
      state,
      since: state === this.#shown.state || (isCut(state) && isCut(this.#shown.state)) ? this.#shown.since : clock.now(),
      lastHeardAt: link.heardAt,
      progress: state === 'catching-up' ? { done: Math.min(this.#done, this.#of), of: this.#of } : null,
      failure: link.state.kind === 'refused' ? failureSchema.parse(link.state.failure) : null,
    };
    this.changed.emit(this.#shown);
  }

  /** Counts the events that the list says we don't have, over all open conversations. */
  #startCounting(): void {
    const { feed, sessions } = this.#deps;
    this.#done = 0;
    this.#of = sessions.all().reduce((sum, session) => {
      const head = session.state === null ? undefined : feed.state.rows.get(session.conversationId)?.seq;
      return head === undefined ? sum : sum + Math.max(0, head - session.seq);
    }, 0);
  }
}
