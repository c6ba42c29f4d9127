import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { startBackend } from '../processes/backend-process.ts';
import { BackendNode, NO_PREFIX, type PrefixOf } from './backend-node.ts';
import { readBeside, type ReadSide } from './read-side.ts';

/** What may happen to the database and the messenger of several nodes. */
export type SharedServers = {
  readonly pauseRedis: () => void;
  readonly resumeRedis: () => void;
  readonly restartRedis: () => Promise<void>;
  readonly pausePostgres: () => Promise<void>;
  readonly resumePostgres: () => Promise<void>;
  readonly restartPostgres: () => Promise<void>;
  /** Every connection of a node to the database stays open at both ends, and nothing passes any more; a new one is as ever. */
  readonly forsakeDatabase: (node: number) => void;
};

/** Where the service runs: its nodes, what they share, and a way to read what they keep. */
export type Site = {
  readonly nodes: readonly BackendNode[];
  readonly openReadSide: () => Promise<ReadSide>;
  /** What stands behind several nodes; null where there is one, with its own database. */
  readonly servers: SharedServers | null;
  readonly close: () => Promise<void>;
};

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
    servers: null,
    close: () => node.close(),
  };
}
