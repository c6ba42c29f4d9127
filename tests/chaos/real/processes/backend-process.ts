import path from 'node:path';
import { startProgram, type Program } from './program.ts';

const ENTRY = path.join(import.meta.dirname, '../../../../src/backend/server.ts');
/** The same for all nodes and all lives, so that tokens stay good. */
const SECRET = Buffer.alloc(32, 7).toString('base64url');

export type BackendOptions = {
  readonly folder: string;
  /** Settings beside those that every run has. */
  readonly env?: Readonly<Record<string, string>>;
  readonly prefix?: readonly string[];
};

/** The service as a process, with the demo shop. */
export type BackendProcess = Program & { readonly port: number };

/** Why a backend did not come up: its own code. */
export class BackendRefused extends Error {}

type Word = { readonly kind: 'listening'; readonly port: number } | { readonly kind: 'failed'; readonly code: string };

/** Starts it and waits until it listens. Throws `BackendRefused` when it says why not, or ends. */
export async function startBackend({ folder, env = {}, prefix = [] }: BackendOptions): Promise<BackendProcess> {
  const said = Promise.withResolvers<Word>();
  const program = startProgram({
    entry: ENTRY, args: [], prefix,
    env: { ...process.env, PORT: '0', BATON_DATA: folder, BATON_DEMO: '1', BATON_LOG: 'error', BATON_SECRET: SECRET, ...env },
    onMessage: (word) => said.resolve(word as Word),
  });
  const word = await Promise.race([said.promise, program.ended]);
  if (word?.kind === 'listening') return { ...program, port: word.port };
  throw new BackendRefused(word?.kind === 'failed' ? word.code : `ended before it listened: ${program.complaints().join(' ')}`);
}
