/** Version of the socket protocol and of the bridge; a peer with another number is refused with `PROTOCOL_MISMATCH`. */
export const PROTOCOL_VERSION = 1;

/** Version of the reducers' meaning: a stored snapshot made by another version is rebuilt from the log. */
export const REDUCER_VERSION = 1;

/** Longest pause between two heartbeats of the backend, in milliseconds; a desk that hears nothing for twice this reconnects. */
export const HEARTBEAT_MS = 5_000;
