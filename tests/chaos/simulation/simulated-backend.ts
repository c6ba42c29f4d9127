import type { App } from '../../../src/backend/app.ts';
import { createNewId } from '../../../src/main/sessions/index.ts';
import { leaveDisk } from './at-disk.ts';
import { createCommitFaults, type CommitFaults, type CommitPlace, type PlannedFault } from './commit-faults.ts';
import { createComplaints } from './complaints.ts';
import { createIncarnation, SimulatedDeath, type Incarnation } from './incarnation.ts';
import { createMachineTimers, createWallClock, type WallClock } from './machine-clock.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { ServerEnd } from './server-end.ts';
import { createShopLine, type ShopFault, type ShopLine } from './shop-line.ts';
import type { Host } from './simulated-line.ts';
import type { Template } from './template.ts';
import type { Timeline } from './timeline.ts';

type Deps = {
  readonly template: Template;
  readonly timeline: Timeline;
  readonly random: SeededRandom;
  readonly folder: string;
  /** Its disk refuses something that is not of the log. */
  readonly onFaultBeside: () => void;
};

type Running = { readonly app: App; readonly life: Incarnation; readonly ends: Set<ServerEnd>; isStarted: boolean; requests: number; /** The last request is through. */ isThrough: Promise<void> };

/** A request over HTTP; `remoteAddress`: of the machine that it comes from. */
type Asked = { readonly method: 'GET' | 'POST' | 'PUT'; readonly url: string; readonly headers: Record<string, string>; readonly remoteAddress: string; readonly payload?: string | Buffer };

type Answer = { readonly status: number; readonly body: string };

/** The backend's machine: it stays, with its disk and its clock, when the process on it dies. */
export class SimulatedBackend {
  readonly wall: WallClock;
  readonly #deps: Deps;
  readonly #newId: () => string;
  readonly #shop: ReturnType<Template['openShop']>;
  readonly #shopLine: ShopLine;
  readonly #complaints = createComplaints();
  #running: Running | null = null;
  #lives = 0;
  /** How late the answers to reads are, milliseconds. */
  #slowness = 0;
  readonly #faults: CommitFaults;
  #settled: Promise<void> = Promise.resolve();

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#faults = createCommitFaults({ die: () => this.#die(), onFaultBeside: deps.onFaultBeside });
    this.wall = createWallClock(deps.timeline);
    this.#newId = createNewId({ now: this.wall.now, after: deps.timeline.after }, deps.random.fork('ids'));
    this.#shop = deps.template.openShop(deps.folder, this.wall.now);
    this.#shopLine = createShopLine(this.#shop, deps.timeline);
  }

  get app(): App | null {
    return this.#running?.life.isAlive() ? this.#running.app : null;
  }

  /** Counts the processes that were started here. */
  get life(): number {
    return this.#lives;
  }

  /** How an order stands in the shop, which goes on when the backend is down. */
  async orderVersion(number: string): Promise<string | null> {
    return (await this.#shop.getOrder(number))?.version ?? null;
  }

  /** Requests over HTTP are inside the server now; those that a dead one had are never answered. */
  get isBusy(): boolean {
    return this.#running?.life.isAlive() === true && this.#running.requests > 0;
  }

  /** What the process wrote into its log as errors since its machine was mended: nothing is to blame for them any more. */
  get complaints(): readonly string[] {
    return this.#complaints.all();
  }

  host(): Host | null {
    const running = this.#running;
    if (!running?.life.isAlive()) return null;
    return { life: running.life, server: running.app.server.server, onEnd: (end) => void running.ends.add(end) };
  }

  async start(): Promise<void> {
    await this.#settled;
    // What the dead one had given to the disk gets there, whenever that is: not in the middle of the next life.
    await leaveDisk();
    if (this.app) return;
    const life = createIncarnation();
    const { template, timeline, folder } = this.#deps;
    const app = await template.open({
      folder, shop: this.#shopLine.shop, clock: this.wall.now, timers: createMachineTimers({ timeline, wall: this.wall, life }), newId: this.#newId,
      onError: (facts, message) => this.#complaints.hear({ facts, message, life }),
      isAlive: life.isAlive,
      aroundCommit: (commit) => this.#aroundCommit(commit, life),
      aroundWrite: this.#faults.aroundWrite,
      afterRead: () => this.#afterRead(life),
    });
    this.#lives += 1;
    const running = { app, life, ends: new Set<ServerEnd>(), isStarted: false, requests: 0, isThrough: Promise.resolve() };
    this.#running = running;
    await app.start();
    running.isStarted = true;
  }

  /** The process is gone: its disk stays as it is, its connections break or are left hanging, and nothing it planned happens. */
  kill(): void {
    const running = this.#running;
    if (!running) return;
    this.#running = null;
    running.life.die();
    for (const end of running.ends) end.destroy();
    this.#settled = this.#settled.then(() => running.app.services.database.close()).catch(() => undefined);
  }

  breakCommit(place: CommitPlace, fault: PlannedFault): void {
    this.#faults.plan(place, fault);
  }

  cutShopLine(fault: ShopFault, milliseconds: number): void {
    this.#shopLine.cut(fault, milliseconds);
  }

  /** From now on the answers to reads come late: what they say is true of the moment at which they were asked. */
  slowReads(milliseconds: number): void {
    this.#slowness = milliseconds;
  }

  /** From now on nothing is done to the machine. */
  mend(): void {
    this.#faults.mend();
    this.#shopLine.mend();
    this.#slowness = 0;
    this.#complaints.begin();
  }

  /** One request over HTTP, answered by the server itself; null when it is down, or dies before it has answered. */
  async ask(request: Asked): Promise<Answer | null> {
    const running = this.#running;
    if (!running?.life.isAlive()) return null;
    running.requests += 1;
    // In the moment of its death, and not when what it had at the disk comes back.
    const died = new Promise<null>((resolve) => running.life.onDeath(() => resolve(null)));
    try {
      const answer = await Promise.race([died, this.#inject(running, request)]);
      return running.life.isAlive() ? answer : null;
    } finally {
      running.requests -= 1;
    }
  }

  /** One request after another: what two have at the disk at once comes back in another order every time. */
  async #inject(running: Running, request: Asked): Promise<Answer | null> {
    const before = running.isThrough;
    const { promise, resolve } = Promise.withResolvers<void>();
    running.isThrough = promise;
    await before;
    try {
      const answer = running.life.isAlive() ? await running.app.server.inject(request) : null;
      return answer && { status: answer.statusCode, body: answer.body };
    } finally {
      resolve();
    }
  }

  /** Killed, and its files are closed. */
  async rest(): Promise<void> {
    this.kill();
    await this.#settled;
  }

  async close(): Promise<void> {
    await this.rest();
    this.#shop.close();
  }

  /** A request over HTTP is let through in one moment of the timeline, so it is not kept waiting; nor is the start of the process. */
  #afterRead(life: Incarnation): Promise<void> | null {
    if (this.#slowness === 0 || this.#running?.life !== life || !this.#running.isStarted || this.isBusy) return null;
    return new Promise((resolve) => this.#deps.timeline.after(this.#slowness, () => (life.isAlive() ? resolve() : undefined)));
  }

  #aroundCommit(commit: () => void, life: Incarnation): void {
    if (!life.isAlive()) throw new SimulatedDeath();
    this.#faults.aroundLog(commit);
  }

  /** Nothing leaves a process that is dead, so what it still does in this instant is nobody's to see. */
  #die(): void {
    this.#running?.life.die();
    this.#deps.timeline.after(0, () => this.kill());
  }
}
