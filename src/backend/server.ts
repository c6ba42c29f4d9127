import { existsSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { v7 } from 'uuid';
import { errorCodes, type ErrorCode } from '../shared/contracts/errors.ts';
import { readConfig } from './config/read-config.ts';
import { findParent } from './parent-link.ts';
import { startServer } from './start-server.ts';
import { systemTimers } from './system-timers.ts';

/** The service as a process: configured by the environment, ended by a signal or with the program that started it. */
const VERSION = '0.1.0';
const root = path.join(import.meta.dirname, '../..');
const chatFolder = path.join(root, 'out/widget');
const parent = findParent(process);

/** What went wrong, in the catalogue's word where it has one. */
function codeOf(error: unknown): ErrorCode {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EADDRINUSE' ? 'PORT_IN_USE' : (errorCodes.find((known) => known === code) ?? 'INTERNAL');
}

// A parent's standard output is its own: what a child has to say of itself goes to standard error.
const logger = pino({ redact: ['*.password', '*.token', '*.accessToken', '*.refreshToken', '*.authorization', '*.text'] }, pino.destination({ dest: 2, sync: true }));

try {
  const config = readConfig(process.env);
  logger.level = config.BATON_LOG;
  const server = await startServer(config, {
    clock: Date.now,
    timers: systemTimers,
    newId: v7,
    stopwatch: () => performance.now(),
    logger,
    nodeId: config.BATON_NODE ?? (config.DATABASE_URL === undefined ? 'embedded' : v7()),
    version: VERSION,
    resources: path.join(root, 'resources'),
    chatFolder: existsSync(chatFolder) ? chatFolder : null,
  });
  let isLeaving = false;
  const leave = (): void => {
    if (isLeaving) return;
    isLeaving = true;
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', leave).once('SIGINT', leave);
  parent?.onGone(leave);
  parent?.tell({ kind: 'listening', port: server.port });
  logger.info({ port: server.port, demo: config.BATON_DEMO }, 'listening');
} catch (error) {
  logger.fatal({ err: error, code: codeOf(error) }, 'the server could not start');
  parent?.tell({ kind: 'failed', code: codeOf(error) });
  process.exit(1);
}
