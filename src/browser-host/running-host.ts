import { rmSync } from 'node:fs';
import { z } from 'zod';
import { readIfThere, writeWhole } from './file-store.ts';

/** A host that runs on the same data: where it listens, and the secret that lets its owner ask for a new login address. */
export type RunningHost = { readonly port: number; readonly secret: string };

const schema = z.object({ port: z.int().positive(), secret: z.string().min(1) });

export const announceHost = (file: string, host: RunningHost): void => writeWhole(file, JSON.stringify(host));
export const withdrawHost = (file: string): void => rmSync(file, { force: true });

function read(file: string): RunningHost | null {
  try {
    return schema.parse(JSON.parse(readIfThere(file) ?? 'null'));
  } catch {
    return null;
  }
}

const isAlive = ({ port }: RunningHost) => fetch(`http://127.0.0.1:${port}/`).then(() => true, () => false);

/** The host that runs on this data now, if any; a file that a killed one left behind doesn't count. */
export async function findRunningHost(file: string): Promise<RunningHost | null> {
  const host = read(file);
  return host && (await isAlive(host)) ? host : null;
}

/** Asks a running host for a new login address, which ends the session it had; null when it refuses. */
export async function askForLogin({ port, secret }: RunningHost): Promise<string | null> {
  const response = await fetch(`http://127.0.0.1:${port}/control/login`, { method: 'POST', headers: { 'x-baton-control': secret } });
  const answer = z.object({ address: z.string() }).safeParse(await response.json());
  return response.ok && answer.success ? answer.data.address : null;
}
