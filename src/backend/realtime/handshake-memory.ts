import { HEARTBEAT_MS } from '../../shared/lib/protocol.ts';

/** What came to pass a short while ago: a handshake that was being looked at in that moment comes through behind it. */
export type HandshakeMemory<V> = {
  readonly remember: (key: string, value: V) => void;
  readonly recall: (key: string) => V | undefined;
  /** With every beat: forgets what no handshake from before can be left of. */
  readonly sweep: () => void;
};

/** As long as a connection may take to be let in: the `connectTimeout` of Socket.IO. */
const HANDSHAKE_MS = 45_000;
/** Counted in beats, not by the clock, which may be set. The first may come at once. */
const BEATS = 1 + Math.ceil(HANDSHAKE_MS / HEARTBEAT_MS);

/** Nothing yet. */
export function createHandshakeMemory<V>(): HandshakeMemory<V> {
  const kept = new Map<string, { readonly value: V; beatsLeft: number }>();
  return {
    remember: (key, value) => void kept.set(key, { value, beatsLeft: BEATS }),
    recall: (key) => kept.get(key)?.value,
    sweep: () => {
      for (const [key, entry] of kept) {
        entry.beatsLeft -= 1;
        if (entry.beatsLeft === 0) kept.delete(key);
      }
    },
  };
}
