import type { Clock } from '../../../../src/main/ports/clock.ts';
import { systemClock } from '../../../../src/main/ports/system-clock.ts';
import { createChat, type Chat } from '../../../../src/widget/channel/chat.ts';
import type { Shelf } from '../../../../src/widget/channel/shelf.ts';
import { createSocketIo, type OpenSocket } from '../../../../src/widget/channel/socket.ts';
import { createVisitorApi, type VisitorApi, type VisitorSession } from '../../../../src/widget/channel/visitor-api.ts';
import type { PageView } from '../../history/history.ts';
import { createIncarnation, type Incarnation } from '../../simulation/incarnation.ts';
import type { SeededRandom } from '../../simulation/seeded-random.ts';

type Deps = {
  readonly shop: string;
  readonly server: string;
  /** The shop's customer who is signed in on the shop's own site, or a stranger. */
  readonly as: string | null;
  readonly random: SeededRandom;
  /** Who it is as long as nobody knows its customer. */
  readonly name: string;
  readonly onVisit: (visit: VisitorSession) => void;
  readonly onView: (view: PageView) => void;
  readonly onFrame: (conversationId: string, text: string) => void;
  /** The server's answer to something that the page asked. */
  readonly onAnswer: (answer: unknown) => void;
  readonly onNews: () => void;
};

/** The system's clock for one life: what was planned dies with it. */
function clockOf(life: Incarnation): Clock {
  return {
    now: systemClock.now,
    after: (milliseconds, run) => {
      if (!life.isAlive()) return () => undefined;
      const cancel = systemClock.after(milliseconds, run);
      life.onDeath(cancel);
      return cancel;
    },
  };
}

/** What a page that is gone asked is never answered to it. */
const fetchFor = (life: Incarnation): typeof fetch => (...request) =>
  new Promise((resolve, reject) => {
    fetch(...request).then(
      (answer) => life.isAlive() && resolve(answer),
      (problem: unknown) => life.isAlive() && reject(problem),
    );
  });

/** A customer's device: the chat page's own channel over real sockets. What it keeps stays when the page is closed. */
export class RealPage {
  readonly #deps: Deps;
  readonly #shelf = new Map<string, string>();
  readonly #secret: string;
  #life: Incarnation = createIncarnation();
  #lives = 0;
  #chat: Chat | null = null;
  #visit: VisitorSession | null = null;

  constructor(deps: Deps) {
    this.#deps = deps;
    // Of another seed in every run of it: a server of an earlier run must not know the visitor.
    this.#secret = Buffer.from(deps.random.bytes(32)).toString('base64url');
  }

  get name(): string {
    return this.#deps.name;
  }

  /** Known once the first visit was answered. */
  get visit(): VisitorSession | null {
    return this.#visit;
  }

  get chat(): Chat | null {
    return this.#chat;
  }

  /** Counts how often the page was opened. */
  get life(): number {
    return this.#lives;
  }

  start(): void {
    if (this.#chat) return;
    const life = createIncarnation();
    this.#life = life;
    this.#lives += 1;
    const opened = this.#lives;
    const clock = clockOf(life);
    const { shop, server, as, random, onNews } = this.#deps;
    const chat = createChat({
      who: { shop, language: 'en', secret: this.#secret, as },
      api: this.#api(life, clock), openSocket: this.#openSocket(createSocketIo(server)), shelf: this.#shelfOf(life), clock, random, show: () => '',
    });
    chat.thread.subscribe(() => {
      if (this.#visit && life.isAlive()) this.#deps.onView({ conversationId: this.#visit.conversationId, life: opened, thread: chat.thread.get() });
      onNews();
    });
    chat.line.subscribe(onNews);
    chat.outgoing.subscribe(onNews);
    chat.uploads.subscribe(onNews);
    this.#chat = chat;
    chat.start();
  }

  /** The page is gone, and whatever it still wants to write. */
  kill(): void {
    this.#chat?.stop();
    this.#life.die();
    this.#chat = null;
  }

  #api(life: Incarnation, clock: Clock): VisitorApi {
    const api = createVisitorApi(this.#deps.server, { http: fetchFor(life), clock });
    return {
      ...api,
      startVisit: async (visitor) => {
        const visit = await api.startVisit(visitor);
        if (visit.ok) {
          this.#visit = visit.value;
          this.#deps.onVisit(visit.value);
        }
        return visit;
      },
    };
  }

  #openSocket(open: OpenSocket): OpenSocket {
    const { onFrame, onAnswer } = this.#deps;
    return (token, listener) => {
      const socket = open(token, {
        ...listener,
        onMessage: (name, body) => {
          onFrame(this.#visit?.conversationId ?? '', JSON.stringify([name, body]));
          listener.onMessage(name, body);
        },
      });
      const heard = (answer: unknown, onHeard: (answer: unknown) => void): void => {
        onAnswer(answer);
        onFrame(this.#visit?.conversationId ?? '', JSON.stringify([answer]));
        onHeard(answer);
      };
      return { ...socket, request: (name, body, onHeard) => socket.request(name, body, (answer) => heard(answer, onHeard)) };
    };
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
}
