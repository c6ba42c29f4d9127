import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import type { Clock } from '../../../../src/main/ports/clock.ts';
import type { SeededRandom } from '../../simulation/seeded-random.ts';
import { Lane } from './lane.ts';
import { FAIR, type Weather } from './weather.ts';

export type SeededProxy = {
  readonly address: string;
  readonly become: (change: Partial<Weather>) => void;
  /** Both ends of every connection are reset. */
  readonly reset: () => void;
  /** Every connection stays open at both ends, and nothing passes any more. */
  readonly forsake: () => void;
  /** Fair weather; what was forsaken is reset, unless nobody shall be told. */
  readonly heal: (options: { readonly isTold: boolean }) => void;
  readonly close: () => Promise<void>;
};

type Deps = {
  /** Port of the server behind it, asked for each connection; null while there is none. */
  readonly target: () => number | null;
  readonly clock: Clock;
  readonly random: SeededRandom;
};

type Pair = { readonly near: Socket; readonly far: Socket; readonly lanes: readonly Lane[]; isForsaken: boolean };

const LOOPBACK = '127.0.0.1';

/**
 * Node can't reset a socket that is already ending: the handle is never closed then, and keeps the process from ending. Such a
 * one is closed, which its peer hears of as well.
 */
function reset(socket: Socket): void {
  if (socket.writableEnded || socket.connecting || socket.writableLength > 0) socket.destroy();
  else socket.resetAndDestroy();
}

/** A TCP proxy before a server of this machine, whose weather and chances are the caller's. */
export async function startSeededProxy({ target, clock, random }: Deps): Promise<SeededProxy> {
  const pairs = new Set<Pair>();
  let weather = FAIR;
  let count = 0;

  function follow(pair: Pair, from: Socket, lane: Lane): void {
    from.setNoDelay(true);
    from.on('data', (bytes) => {
      if (!pair.isForsaken) lane.push(bytes);
    });
    // An error is followed by `close`; of a forsaken connection the far side hears nothing.
    from.on('error', () => undefined);
    from.on('close', () => {
      if (!pair.isForsaken) lane.end();
      if (pair.near.destroyed && pair.far.destroyed) pairs.delete(pair);
    });
  }

  function join(near: Socket, port: number): void {
    const far = connect(port, LOOPBACK);
    const chance = random.fork(`connection ${(count += 1)}`);
    const laneInto = (into: Socket, name: string): Lane => new Lane({ into, weather: () => weather, clock, random: chance.fork(name) });
    const [up, down] = [laneInto(far, 'up'), laneInto(near, 'down')];
    const pair: Pair = { near, far, lanes: [up, down], isForsaken: false };
    pairs.add(pair);
    follow(pair, near, up);
    follow(pair, far, down);
  }

  const resetAll = (wanted: (pair: Pair) => boolean): void => {
    for (const pair of [...pairs].filter(wanted)) [pair.near, pair.far].forEach(reset);
  };
  const become = (change: Partial<Weather>): void => {
    weather = { ...weather, ...change };
    for (const { lanes } of pairs) for (const lane of lanes) lane.move();
  };
  const server = createServer((near) => {
    const port = target();
    if (weather.isDown || port === null) near.resetAndDestroy();
    else join(near, port);
  });
  await new Promise<void>((resolve) => void server.listen(0, LOOPBACK, resolve));
  return {
    address: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}`,
    become,
    reset: () => resetAll(() => true),
    forsake: () => {
      for (const pair of pairs) pair.isForsaken = true;
    },
    heal: ({ isTold }) => {
      become(FAIR);
      if (isTold) resetAll(({ isForsaken }) => isForsaken);
    },
    close: () => {
      for (const { near, far } of pairs) [near, far].forEach((socket) => void socket.destroy());
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}
