import type { Clock, Random } from './clock.ts';

/** The instant in an id, in epoch milliseconds. */
const timeOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16) || 0;

const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

/**
 * A maker of UUIDv7 text (RFC 9562, section 5.7) that never goes back: ids sort in the order in which they were made, also
 * within one millisecond and when the clock is set back, because the outbox goes by that order. `after`: an id of an earlier
 * page that all of these have to come after, or null.
 */
export function createNewId(clock: Clock, random: Random, after: string | null = null): () => string {
  let last = after === null ? 0 : timeOf(after);
  return () => {
    last = Math.max(clock.now(), last + 1);
    const bytes = random.bytes(16);
    for (let index = 0; index < 6; index += 1) bytes[index] = Math.floor(last / 256 ** (5 - index)) % 256;
    bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
    const text = Array.from(bytes, hex).join('');
    return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
  };
}
