import type { Server } from 'node:http';
import { SOCKET_PATH } from '../../../src/shared/contracts/wire/staff-socket.ts';
import type { SocketListener, Socket } from '../../../src/main/ports/socket.ts';
import type { Witness } from './connection-book.ts';
import type { Incarnation } from './incarnation.ts';
import type { Lane, Way } from './network.ts';
import { connectTo, type ServerEnd } from './server-end.ts';
import { readPacket, writeAuth, writeRequest, type Packet } from './socket-io-packets.ts';

/** A life of the backend that can be knocked at. */
export type Host = { readonly life: Incarnation; readonly server: Server; readonly onEnd: (end: ServerEnd) => void };

export type Dialing = {
  readonly way: Way;
  readonly life: Incarnation;
  /** The backend's life now, or null while it is down. */
  readonly host: () => Host | null;
  readonly namespace: string;
  readonly auth: object;
  readonly witness: Witness;
  /** Every frame that reaches this machine. */
  readonly onFrame: (text: string) => void;
};

/** One connection over the simulated way: the client's side by hand, the backend's side its own. */
class Line implements Socket {
  readonly #dialing: Dialing;
  readonly #listener: SocketListener;
  readonly #up: Lane;
  readonly #down: Lane;
  readonly #answers = new Map<number, (answer: unknown) => void>();
  #end: ServerEnd | null = null;
  #nextId = 0;
  #isGreeted = false;
  #isOpen = false;
  #isClosed = false;
  /** The far end is gone, and this one may not have heard of it: what it had sent before may still come. */
  #isSevered = false;
  readonly #forget: () => void;

  constructor(dialing: Dialing, listener: SocketListener) {
    this.#dialing = dialing;
    this.#listener = listener;
    this.#up = dialing.way.openLane();
    this.#down = dialing.way.openLane();
    const { spoiled } = dialing.witness;
    const forget = dialing.way.keep({ break: () => this.#break(), forsake: () => this.#forsake(), spoil: spoiled });
    this.#forget = () => {
      forget();
      spoiled();
    };
    dialing.life.onDeath(spoiled);
    this.#up.sendOnce(() => this.#knock());
  }

  request(name: string, body: unknown, onAnswer: (answer: unknown) => void): void {
    if (this.#isClosed || !this.#dialing.life.isAlive()) return;
    this.#nextId += 1;
    const id = this.#nextId;
    this.#answers.set(id, onAnswer);
    const text = writeRequest(this.#dialing.namespace, { id, name, body });
    this.#up.send(() => {
      this.#dialing.witness.hears(id);
      this.#end?.deliver(text);
    });
  }

  close(): void {
    this.#isClosed = true;
    this.#forget();
    // The far end hears of it unless the way is stalled: then it holds an old connection that nobody is at.
    this.#up.send(() => this.#end?.destroy());
  }

  /** Half open: either end may go on believing in it. */
  #forsake(): void {
    this.#dialing.witness.spoiled();
    this.#up.cut();
    this.#down.cut();
  }

  /** A reset: what is on its way is gone, and both ends are told. */
  #break(): void {
    this.#forsake();
    this.#end?.destroy();
    this.#closed(null);
  }

  #say(text: string): void {
    this.#up.send(() => this.#end?.deliver(text));
  }

  #knock(): void {
    const host = this.#dialing.host();
    if (this.#dialing.way.weather.isDown || !host?.life.isAlive()) return this.#down.send(() => this.#closed(null));
    this.#end = connectTo(host.server, SOCKET_PATH, {
      onFrame: (frame) => {
        if (!host.life.isAlive()) return;
        if (frame.kind === 'text') this.#dialing.witness.says(frame.text);
        if (frame.kind === 'text') this.#down.send(() => this.#hear(frame.text));
        if (frame.kind === 'close') this.#down.send(() => this.#closed(null));
      },
      onClose: () => {
        this.#isSevered = true;
        this.#dialing.witness.spoiled();
        this.#down.send(() => this.#closed(null));
      },
    });
    host.onEnd(this.#end);
  }

  #closed(refusal: unknown): void {
    if (this.#isClosed || !this.#dialing.life.isAlive()) return;
    this.#isClosed = true;
    this.#forget();
    this.#listener.onClosed(refusal);
  }

  #hear(text: string): void {
    if (!this.#dialing.life.isAlive()) return;
    this.#dialing.onFrame(text);
    const packet = readPacket(text);
    if (!this.#isClosed) this.#take(packet);
  }

  #take(packet: Packet): void {
    switch (packet.kind) {
      case 'opened': return this.#enter();
      case 'ping': return this.#say('3');
      case 'connected': return this.#opened();
      case 'refused': return this.#closed(packet.reason);
      case 'disconnected': return this.#closed(null);
      // As the library does: whoever is not let in yet hears nothing.
      case 'event': return this.#isOpen ? this.#listener.onMessage(packet.name, packet.body) : undefined;
      case 'answer': return this.#answer(packet.id, packet.body);
      case 'other': return undefined;
    }
  }

  #enter(): void {
    if (this.#isGreeted) return;
    this.#isGreeted = true;
    const { namespace, auth, witness } = this.#dialing;
    this.#up.sendOnce(() => {
      witness.knocks(auth);
      this.#end?.deliver(writeAuth(namespace, auth));
    });
  }

  #opened(): void {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#dialing.witness.opened(this.#dialing.way.isFair() && !this.#isSevered);
    this.#listener.onOpen();
  }

  #answer(id: number, body: unknown): void {
    const onAnswer = this.#answers.get(id);
    this.#answers.delete(id);
    onAnswer?.(body);
  }
}

/** Opens a connection; it fulfils the port of desks and pages alike. */
export const openSimulatedLine = (dialing: Dialing, listener: SocketListener): Socket => new Line(dialing, listener);
