import { createChat, type Chat } from '../../../src/widget/channel/chat.ts';
import type { Shelf } from '../../../src/widget/channel/shelf.ts';
import type { VisitorApi, VisitorSession } from '../../../src/widget/channel/visitor-api.ts';
import type { HttpRequest } from '../../../src/main/ports/http.ts';
import type { Failure } from '../../../src/shared/contracts/errors.ts';
import type { Attachment } from '../../../src/shared/contracts/message.ts';
import { CUSTOMER_NAMESPACE } from '../../../src/shared/contracts/wire/customer-socket.ts';
import { PROTOCOL_VERSION } from '../../../src/shared/lib/protocol.ts';
import { err, ok, type Result } from '../../../src/shared/lib/result.ts';
import type { PageView } from '../history/history.ts';
import type { Witness } from './connection-book.ts';
import { contentOf, FILE_TYPE } from './file-content.ts';
import { createIncarnation, type Incarnation } from './incarnation.ts';
import { createMachineClock, createWallClock, type WallClock } from './machine-clock.ts';
import { createWay, type Way } from './network.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { SimulatedBackend } from './simulated-backend.ts';
import { createSimulatedHttp } from './simulated-http.ts';
import { openSimulatedLine } from './simulated-line.ts';
import type { Timeline } from './timeline.ts';

export type SimulatedPageDeps = {
  /** Who it is as long as nobody knows its customer. */
  readonly name: string;
  readonly shop: string;
  /** Of its device on the network. */
  readonly address: string;
  /** The shop's customer who is signed in on the shop's own site, or a stranger. */
  readonly as: string | null;
  /** What the shop's site signs for a customer. */
  readonly identityOf: (customer: string, now: number) => string;
  readonly backend: SimulatedBackend;
  readonly timeline: Timeline;
  readonly random: SeededRandom;
  /** Watches one more connection. */
  readonly watch: () => Witness;
  readonly onVisit: (visit: VisitorSession) => void;
  readonly onView: (view: PageView) => void;
  readonly onFrame: (conversationId: string, text: string) => void;
};

const PATIENCE_MS = 30_000;
const UNAVAILABLE: Failure = { code: 'OFFLINE' };

/** A customer's device: what the page keeps on it stays when the page is closed. */
export class SimulatedPage {
  readonly wall: WallClock;
  readonly way: Way;
  readonly #deps: SimulatedPageDeps;
  readonly #shelf = new Map<string, string>();
  readonly #random: SeededRandom;
  readonly #secret: string;
  #life: Incarnation = createIncarnation();
  #lives = 0;
  #chat: Chat | null = null;
  #visit: VisitorSession | null = null;

  constructor(deps: SimulatedPageDeps) {
    this.#deps = deps;
    this.#random = deps.random.fork('chance');
    this.#secret = Buffer.from(this.#random.bytes(32)).toString('base64url');
    this.wall = createWallClock(deps.timeline);
    this.way = createWay(deps.timeline, deps.random.fork('way'));
  }

  get name(): string {
    return this.#deps.name;
  }

  /** Known once the first visit was answered. */
  get visit(): VisitorSession | null {
    return this.#visit;
  }

  get chat(): Chat | null {
    return this.#life.isAlive() ? this.#chat : null;
  }

  /** Counts how often the page was opened. */
  get life(): number {
    return this.#lives;
  }

  start(): void {
    if (this.#chat && this.#life.isAlive()) return;
    this.#lives += 1;
    const life = createIncarnation();
    this.#life = life;
    const opened = this.#lives;
    const { timeline, shop, as } = this.#deps;
    const chat = createChat({
      who: { shop, language: 'en', secret: this.#secret, as },
      api: this.#api(life),
      openSocket: (token, listener) =>
        openSimulatedLine(
          {
            way: this.way, life, host: () => this.#deps.backend.host(), namespace: CUSTOMER_NAMESPACE, auth: { protocol: PROTOCOL_VERSION, token }, witness: this.#deps.watch(),
            onFrame: (text) => this.#deps.onFrame(this.#visit?.conversationId ?? '', text),
          },
          listener,
        ),
      shelf: this.#shelfOf(life),
      clock: createMachineClock({ timeline, wall: this.wall, life }),
      random: this.#random,
      show: () => '',
    });
    chat.thread.subscribe(() => {
      if (this.#visit) this.#deps.onView({ conversationId: this.#visit.conversationId, life: opened, thread: chat.thread.get() });
    });
    this.#chat = chat;
    chat.start();
  }

  kill(): void {
    this.#life.die();
    this.#chat = null;
  }

  #shelfOf(life: Incarnation): Shelf {
    const kept = this.#shelf;
    return {
      read: (name) => kept.get(name) ?? null,
      write: (name, text) => life.isAlive() && kept.set(name, text).has(name),
      remove: (name) => void (life.isAlive() && kept.delete(name)),
      names: (start) => [...kept.keys()].filter((name) => name.startsWith(start)).toSorted(),
    };
  }

  #api(life: Incarnation): VisitorApi {
    const { backend, timeline } = this.#deps;
    const http = createSimulatedHttp({ way: this.way, life, backend, address: this.#deps.address });
    const ask = async <T>(path: string, request: HttpRequest): Promise<Result<T, Failure>> => {
      const impatience = new AbortController();
      const cancel = timeline.after(PATIENCE_MS, () => impatience.abort());
      try {
        const answer = await http(`http://simulated.example${path}`, { ...request, signal: impatience.signal });
        return answer.status === 200 ? ok(JSON.parse(await answer.text()) as T) : err(JSON.parse(await answer.text()) as Failure);
      } catch {
        return err(UNAVAILABLE);
      } finally {
        cancel();
      }
    };
    return {
      startVisit: async (visitor) => {
        const visit = await ask<VisitorSession>('/api/visitor/start', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(visitor) });
        if (visit.ok) {
          this.#visit = visit.value;
          this.#deps.onVisit(visit.value);
        }
        return visit;
      },
      fetchIdentity: async (customer) => ok(this.#deps.identityOf(customer, backend.wall.now())),
      // By its name: reading a file takes the system's time, and not the timeline's.
      upload: (token, { name }) =>
        ask<Attachment>(`/api/blobs?name=${encodeURIComponent(name)}`, { method: 'PUT', headers: { authorization: `Bearer ${token}`, 'content-type': FILE_TYPE }, body: contentOf(name) }),
      download: async () => err(UNAVAILABLE),
    };
  }
}
