import { Desk, type Workspace } from '../../../src/main/sessions/index.ts';
import type { Session } from '../../../src/main/sessions/live/session.ts';
import type { Witness } from './connection-book.ts';
import { createComplaints } from './complaints.ts';
import { createIncarnation, SimulatedDeath, type Incarnation } from './incarnation.ts';
import { createMachineClock, createWallClock, type WallClock } from './machine-clock.ts';
import { createWay, type Way } from './network.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { SimulatedBackend } from './simulated-backend.ts';
import { createSimulatedHttp } from './simulated-http.ts';
import { openSimulatedLine } from './simulated-line.ts';
import type { Timeline } from './timeline.ts';
import type { InboxRow } from '../../../src/shared/contracts/inbox.ts';
import type { DeskView, RowView } from '../history/history.ts';

const SERVER = 'http://simulated.example';
const NONCE_BYTES = 12;
/** How often the person at a desk looks whether they have to sign in. */
const LOOK_MS = 2_000;

export type SimulatedDeskDeps = {
  readonly login: string;
  /** Of its machine on the network: who comes from one too often is kept waiting. */
  readonly address: string;
  readonly password: string;
  readonly folder: string;
  readonly backend: SimulatedBackend;
  readonly timeline: Timeline;
  readonly random: SeededRandom;
  /** Watches one more connection; `life` counts how often the account was entered. */
  readonly watch: (life: number) => Witness;
  readonly onView: (view: DeskView, life: number) => void;
  readonly onRow: (view: RowView) => void;
  /** An act is shown as refused, or parked behind one that is. */
  readonly onParked: (id: string) => void;
};

/** An agent's machine with the person before it: disk, clock and secrets stay when the desk on it dies. */
export class SimulatedDesk {
  readonly wall: WallClock;
  readonly way: Way;
  readonly #deps: SimulatedDeskDeps;
  readonly #kept = new Map<string, string>();
  readonly #random: SeededRandom;
  readonly #buried: Desk[] = [];
  #life: Incarnation = createIncarnation();
  #desk: Desk | null = null;
  #epoch = 0;
  #entered = 0;
  readonly #complaints = createComplaints();
  #server: string | null = null;
  /** Writes that still succeed before the machine dies in the middle of one; null for no end. */
  #writesLeft: number | null = null;

  constructor(deps: SimulatedDeskDeps) {
    this.#deps = deps;
    this.#random = deps.random.fork('chance');
    this.wall = createWallClock(deps.timeline);
    this.way = createWay(deps.timeline, deps.random.fork('way'));
  }

  get login(): string {
    return this.#deps.login;
  }

  /** Null while nobody is signed in, or nothing runs. */
  get workspace(): Workspace | null {
    return this.#life.isAlive() ? (this.#desk?.workspace ?? null) : null;
  }

  start(): void {
    if (this.#desk && this.#life.isAlive()) return;
    this.#life = createIncarnation();
    this.#writesLeft = null;
    const desk = this.#createDesk(this.#life);
    this.#desk = desk;
    desk.moved.on((workspace) => {
      if (workspace) this.#watch(workspace);
    });
    void desk.restore().then(() => this.#attend(desk, this.#life));
  }

  kill(): void {
    this.#life.die();
    if (this.#desk) this.#buried.push(this.#desk);
    this.#desk = null;
  }

  /** Dies in the middle of a write: the one after so many. */
  killAtWrite(after: number): void {
    this.#writesLeft = after;
  }

  /** Whatever was to come doesn't. */
  mend(): void {
    this.#writesLeft = null;
    this.#complaints.begin();
  }

  /** What the desk wrote into its log as errors since then. */
  get complaints(): readonly string[] {
    return this.#complaints.all();
  }

  /** Runs what the person does; true when the machine died in the middle of it. */
  attempt(run: (workspace: Workspace) => void): boolean {
    const { workspace } = this;
    if (!workspace) return false;
    try {
      run(workspace);
      return false;
    } catch (problem) {
      if (problem instanceof SimulatedDeath) return true;
      throw problem;
    }
  }

  /** Lets go of every file, at the end of a run. */
  close(): void {
    this.kill();
    for (const desk of this.#buried) {
      try {
        desk.close();
      } catch (problem) {
        if (!(problem instanceof SimulatedDeath)) throw problem;
      }
    }
  }

  /** The person signs in whenever the desk asks for it, and waits for what comes of it before they try again. */
  async #attend(desk: Desk, life: Incarnation): Promise<void> {
    if (!life.isAlive()) return;
    const { login, password, timeline } = this.#deps;
    if (!desk.workspace) await desk.signIn({ server: SERVER, login, password, keep: true });
    timeline.after(LOOK_MS, () => void this.#attend(desk, life));
  }

  #watch(workspace: Workspace): void {
    const viewer = workspace.account.id;
    this.#entered += 1;
    const life = this.#entered;
    const held = new Set<string>();
    // What a machine that is dead by then still does in its last moment, nobody sees.
    const { isAlive } = this.#life;
    const look = ({ conversationId, state }: Session): void => {
      if (state && isAlive()) this.#deps.onView({ viewer, conversationId, state }, life);
    };
    const watchSession = (session: Session): void => {
      look(session);
      session.news.on(() => look(session));
    };
    workspace.sessions.opened.on(watchSession);
    // A workspace opens what its agent has to answer before anybody can look.
    workspace.sessions.all().forEach(watchSession);
    workspace.outbox.changed.on((conversationId) => {
      for (const { id, state } of workspace.outbox.entriesOf(conversationId)) if (state.kind === 'refused' || state.kind === 'held') this.#deps.onParked(id);
    });
    const openAll = (): void => {
      for (const conversationId of workspace.feed.state.rows.keys()) {
        if (held.has(conversationId)) continue;
        held.add(conversationId);
        workspace.sessions.hold(conversationId, { isLooking: () => true });
      }
    };
    workspace.feed.news.on(openAll);
    openAll();
    this.#watchList(workspace, (row) => isAlive() && this.#deps.onRow({ viewer, life, row }));
  }

  #watchList({ feed }: Workspace, onRow: (row: InboxRow) => void): void {
    const known = new Set<InboxRow>();
    const look = (): void => {
      for (const row of feed.state.rows.values()) if (!known.has(row)) onRow(row);
      known.clear();
      for (const row of feed.state.rows.values()) known.add(row);
    };
    feed.news.on(look);
    look();
  }

  #bytes(life: Incarnation, count: number): Uint8Array<ArrayBuffer> {
    // A nonce is drawn just before each value is written, so this is where a write can be the last thing a machine did.
    if (count === NONCE_BYTES && this.#writesLeft !== null) {
      this.#writesLeft -= 1;
      if (this.#writesLeft < 0) life.die();
    }
    if (!life.isAlive()) throw new SimulatedDeath();
    return this.#random.bytes(count);
  }

  #createDesk(life: Incarnation): Desk {
    const { timeline, folder, backend } = this.#deps;
    const kept = this.#kept;
    return new Desk({
      clock: createMachineClock({ timeline, wall: this.wall, life }),
      random: { fraction: this.#random.fraction, bytes: (count) => this.#bytes(life, count) },
      http: createSimulatedHttp({ way: this.way, life, backend, address: this.#deps.address }),
      openSocket: ({ handshake }, listener) =>
        openSimulatedLine({ way: this.way, life, host: () => backend.host(), namespace: '/', auth: handshake, witness: this.#deps.watch(this.#entered), onFrame: () => undefined }, listener),
      dataFolder: folder,
      demo: null,
      facts: { version: '0.0.0', host: 'browser', platform: 'linux' },
      // One life at a time: what a dead one had open is nobody's.
      claimFolder: () => ({ ok: true, value: { release: () => undefined } }),
      log: { info: () => undefined, warn: () => undefined, error: (facts, message) => this.#complaints.hear({ facts, message, life }) },
      notifier: { show: () => undefined, withdraw: () => undefined, badge: () => undefined },
      secrets: {
        canKeep: true,
        read: async (name) => kept.get(name) ?? null,
        write: async (name, value) => void (life.isAlive() && kept.set(name, value)),
        remove: async (name) => void (life.isAlive() && kept.delete(name)),
        profileKey: async () => new Uint8Array(32).fill(7),
      },
      preferences: {
        settings: () => ({ language: 'zh', theme: 'system', enterSends: true, sound: false }),
        changeSettings: () => ({ language: 'zh', theme: 'system', enterSends: true, sound: false }),
        server: () => this.#server,
        setServer: (address) => void (this.#server = address),
        deviceId: () => `01900000-0000-7000-8000-${Buffer.from(this.#deps.login).toString('hex').slice(0, 12).padStart(12, '0')}`,
        nextEpoch: () => (this.#epoch += 1),
      },
    });
  }
}
