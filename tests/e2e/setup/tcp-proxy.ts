import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * What the line does: `open` passes everything; `cut` resets what is there and refuses what comes; `still` holds everything
 * back and says nothing, as a network that drops packets does; `deaf` takes what is said and loses every answer.
 */
export type LineState = 'open' | 'cut' | 'still' | 'deaf';

/** A line between a client and a server of this machine, to be disturbed at will. */
export type TcpProxy = {
  /** What a client connects to instead of the server: `http://127.0.0.1:<port>`. */
  readonly address: string;
  readonly become: (state: LineState) => void;
  readonly close: () => Promise<void>;
};

/** One connection through the proxy: what the client calls, and the way on to the server. */
type Pair = { readonly near: Socket; readonly far: Socket; hasLostBytes: boolean };

function destroy({ near, far }: Pair): void {
  near.destroy();
  far.destroy();
}

function apply(state: LineState, pair: Pair): void {
  // A stream that misses bytes is of no use to anybody.
  if (state === 'cut' || (state === 'open' && pair.hasLostBytes)) return destroy(pair);
  for (const socket of [pair.near, pair.far]) {
    if (state === 'still') socket.pause();
    else socket.resume();
  }
}

/** Listens on a free port and passes every connection on to `port` of this machine. */
export async function startTcpProxy(port: number): Promise<TcpProxy> {
  const pairs = new Set<Pair>();
  let state: LineState = 'open';

  function join(pair: Pair): void {
    const { near, far } = pair;
    pairs.add(pair);
    near.on('data', (bytes) => void far.write(bytes));
    far.on('data', (bytes) => {
      if (state === 'deaf') pair.hasLostBytes = true;
      else near.write(bytes);
    });
    for (const socket of [near, far]) {
      // The end of one side is the end of the other, once what it said is passed on; an error is followed by `close`.
      socket.on('error', () => undefined);
      socket.on('close', () => {
        near.destroySoon();
        far.destroySoon();
        pairs.delete(pair);
      });
    }
    apply(state, pair);
  }

  const server = createServer((near) => {
    if (state === 'cut') near.resetAndDestroy();
    else join({ near, far: connect(port, '127.0.0.1'), hasLostBytes: false });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    become: (next) => {
      state = next;
      for (const pair of pairs) apply(state, pair);
    },
    close: () => {
      for (const pair of pairs) destroy(pair);
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}
