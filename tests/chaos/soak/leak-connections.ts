import { subscribe } from 'node:diagnostics_channel';

/** What it reads of its environment. */
export type LeakEnvironment = { readonly SOAK_LEAK_BYTES: string };

/**
 * A leak, planted: preloaded into a server, it keeps `SOAK_LEAK_BYTES` of heap for each connection that comes in, and no function
 * with them, so that only the heap can tell.
 */
const BYTES_A_NUMBER = 8;
const numbers = Math.round(Number(process.env['SOAK_LEAK_BYTES']) / BYTES_A_NUMBER);
const kept: number[][] = [];

// Fractions: small whole numbers of an array take half the room.
subscribe('net.server.socket', () => void kept.push(Array.from({ length: numbers }, (_, index) => index + 0.5)));
