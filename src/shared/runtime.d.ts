/** The few globals that every runtime of ours has. No timers, no crypto, no console: they are handed in. */
declare function structuredClone<T>(value: T): T;
declare class TextEncoder {
  encode(input?: string): Uint8Array;
}
declare class TextDecoder {
  decode(input?: Uint8Array): string;
}
