import type { SeededRandom } from './seeded-random.ts';
import type { Timeline } from './timeline.ts';

/** How the way between one client and the backend behaves now. */
export type Weather = {
  /** Milliseconds that a frame needs at least, and at most so many more. */
  latency: number;
  jitter: number;
  /** Parts of frames that never arrive, and that arrive twice. */
  loss: number;
  duplication: number;
  /** Nothing arrives and nobody is told; what is sent waits until it clears, as on a path that comes back. */
  isStalled: boolean;
  /** Connections can't be opened. */
  isDown: boolean;
};

export const fairWeather = (): Weather => ({ latency: 5, jitter: 20, loss: 0, duplication: 0, isStalled: false, isDown: false });

/** The longest that a frame may need at least, in milliseconds, where the weather is still called fair. */
const FAIR_LATENCY_MS = 40;

/** Everything arrives, and soon. */
const isFair = ({ latency, loss, isStalled, isDown }: Weather): boolean => latency <= FAIR_LATENCY_MS && loss === 0 && !isStalled && !isDown;

/** `spoil`: the weather is not fair any more. */
export type Breakable = { readonly break: () => void; readonly forsake: () => void; readonly spoil: () => void };

export type Way = {
  readonly weather: Readonly<Weather>;
  readonly isFair: () => boolean;
  readonly change: (part: Partial<Weather>) => void;
  /** A lane keeps its order, whatever each frame's own luck. */
  readonly openLane: () => Lane;
  /** What waited goes on. */
  readonly clear: () => void;
  /** Fair weather from now on, and what waited goes on. */
  readonly heal: () => void;
  /** A connection is kept here for as long as it lives; answers with the undo. */
  readonly keep: (connection: Breakable) => () => void;
  /** Resets every connection. */
  readonly breakAll: () => void;
  /** Nothing passes over the connections of now any more, and nobody is ever told. */
  readonly forsakeAll: () => void;
  /** One thing on its way that has no order with others: an HTTP request or its answer. Not called when it is lost. */
  readonly carry: (arrive: () => void) => void;
};

export type Lane = {
  readonly send: (arrive: () => void) => void;
  /** As `send`, for what opens a connection: no transport does that twice. */
  readonly sendOnce: (arrive: () => void) => void;
  readonly cut: () => void;
};

/** The way of one client: its own weather, drawn from its own chance. */
export function createWay(timeline: Timeline, random: SeededRandom): Way {
  const weather = fairWeather();
  const connections = new Set<Breakable>();
  let waiting: (() => void)[] = [];
  const delay = (): number => weather.latency + random.below(weather.jitter + 1);

  const pass = (arrive: () => void): void => {
    if (weather.isStalled) waiting.push(arrive);
    else arrive();
  };

  function openLane(): Lane {
    let isCut = false;
    let last = 0;
    const plan = (arrive: () => void): void => {
      const at = Math.max(last, timeline.now() + delay());
      last = at;
      timeline.after(at - timeline.now(), () => pass(() => (isCut ? undefined : arrive())));
    };
    const sendOnce = (arrive: () => void): boolean => {
      const isLost = random.chance(weather.loss);
      if (!isLost) plan(arrive);
      return !isLost;
    };
    return {
      send: (arrive) => {
        const isDoubled = random.chance(weather.duplication);
        if (sendOnce(arrive) && isDoubled) plan(arrive);
      },
      sendOnce: (arrive) => void sendOnce(arrive),
      cut: () => void (isCut = true),
    };
  }

  function change(part: Partial<Weather>): void {
    Object.assign(weather, part);
    if (!isFair(weather)) for (const connection of connections) connection.spoil();
  }

  function clear(): void {
    weather.isStalled = false;
    const now = waiting;
    waiting = [];
    for (const arrive of now) timeline.after(0, arrive);
  }

  return {
    weather,
    isFair: () => isFair(weather),
    change,
    openLane,
    clear,
    heal: () => {
      Object.assign(weather, fairWeather());
      clear();
    },
    keep: (connection) => {
      connections.add(connection);
      return () => void connections.delete(connection);
    },
    breakAll: () => [...connections].forEach((connection) => timeline.after(0, connection.break)),
    forsakeAll: () => [...connections].forEach((connection) => connection.forsake()),
    carry: (arrive) => {
      if (!weather.isDown && !random.chance(weather.loss)) timeline.after(delay(), () => pass(arrive));
    },
  };
}
