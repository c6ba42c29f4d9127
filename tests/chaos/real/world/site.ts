import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { startBackend } from '../processes/backend-process.ts';
import { BackendNode, NO_PREFIX, type PrefixOf } from './backend-node.ts';
import { readBeside, type ReadSide } from './read-side.ts';

/** Where the service runs: its nodes, what they share, and a way to read what they keep. */
export type Site = {
  readonly nodes: readonly BackendNode[];
  readonly openReadSide: () => Promise<ReadSide>;
  readonly pauseRedis: () => void;
  readonly resumeRedis: () => void;
  readonly restartRedis: () => Promise<void>;
  readonly pausePostgres: () => Promise<void>;
  readonly resumePostgres: () => Promise<void>;
  readonly restartPostgres: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const nothing = (): void => undefined;
const later = async (): Promise<void> => undefined;

/** Makes a data folder with the demo shop in it, once, for sites to begin from. */
export async function makeTemplate(folder: string): Promise<string> {
  const template = path.join(folder, 'template');
  mkdirSync(template);
  const backend = await startBackend({ folder: template });
  await backend.stop();
  return template;
}

/** One backend with the embedded database. */
export function createSqliteSite(template: string, data: string, prefixOf: PrefixOf = NO_PREFIX): Site {
  cpSync(template, data, { recursive: true });
  const node = new BackendNode({ folder: data, prefixOf });
  return {
    nodes: [node],
    openReadSide: async () => readBeside(data, template),
    pauseRedis: nothing, resumeRedis: nothing, restartRedis: later, pausePostgres: later, resumePostgres: later, restartPostgres: later,
    close: () => node.close(),
  };
}
