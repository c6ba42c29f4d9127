import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { access, chown, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

export type Postgres = {
  /** Of a fresh, empty server on the loopback. */
  readonly url: string;
  /** Ends it as a crash would, and starts it again at the same address. */
  readonly crash: () => Promise<void>;
  /** It stands still with all of its processes, as on a machine that is frozen: its lines stay open, and nobody answers. */
  readonly pause: () => Promise<void>;
  readonly resume: () => void;
  readonly stop: () => Promise<void>;
};

const run = promisify(execFile);
const debianFolder = '/usr/lib/postgresql';

/** The folder of the machine's own PostgreSQL, newest first; undefined where there is none. */
async function findBinaries(): Promise<string | undefined> {
  const configured = await run('pg_config', ['--bindir']).then(({ stdout }) => [stdout.trim()], () => []);
  const versions = await readdir(debianFolder).catch(() => []);
  const installed = versions.toSorted((a, b) => Number(b) - Number(a)).map((version) => path.join(debianFolder, version, 'bin'));
  for (const folder of [...configured, ...installed]) {
    const isThere = await access(path.join(folder, 'initdb')).then(() => true, () => false);
    if (isThere) return folder;
  }
  return undefined;
}

/** PostgreSQL refuses to run as root: then it runs as its own user, or as nobody. */
async function unprivileged(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ['postgres', 'nobody']) {
    const ids = await Promise.all([run('id', ['-u', user]), run('id', ['-g', user])]).catch(() => undefined);
    if (ids) return { uid: Number(ids[0].stdout), gid: Number(ids[1].stdout) };
  }
  return undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** Resolves when the server says so; rejects with its log when it ends instead. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log}`)));
  });
}

type Place = { readonly binaries: string; readonly identity: { uid: number; gid: number } | undefined; readonly folder: string; readonly port: number };

async function launch({ binaries, identity, folder, port }: Place): Promise<ChildProcess> {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=200'];
  const server = spawn(path.join(binaries, 'postgres'), ['-D', path.join(folder, 'data'), '-p', String(port), ...settings.flatMap((one) => ['-c', one])], {
    ...identity,
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // A run that dies of an error must not leave it behind.
  const endWithUs = (): void => {
    server.kill('SIGQUIT');
    server.kill('SIGCONT');
  };
  process.once('exit', endWithUs);
  server.once('exit', () => process.off('exit', endWithUs));
  await ready(server);
  return server;
}

/**
 * It serves each connection by a process of its own, each in a group of its own. The parent goes first: stopped, it begins no more of
 * them, and none that ends meanwhile gives its number to another. Linux only.
 */
async function standStill(server: ChildProcess): Promise<readonly number[]> {
  server.kill('SIGSTOP');
  const children = await readFile(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8');
  const family = children.trim().split(' ').map(Number);
  for (const member of family) process.kill(member, 'SIGSTOP');
  return server.pid === undefined ? family : [server.pid, ...family];
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await ended;
}

/** Starts a throw-away PostgreSQL of the machine's own binaries; undefined where there are none. */
export async function startPostgres(): Promise<Postgres | undefined> {
  const binaries = await findBinaries();
  if (!binaries) return undefined;
  const identity = await unprivileged();
  const folder = await mkdtemp(path.join(tmpdir(), 'baton-postgres-'));
  if (identity) await chown(folder, identity.uid, identity.gid);
  const place = { binaries, identity, folder, port: await freePort() };
  await run(path.join(binaries, 'initdb'), ['-D', path.join(folder, 'data'), '-U', 'baton', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'], { ...identity, cwd: folder });
  let server = await launch(place);
  let still: readonly number[] = [];
  const resume = (): void => {
    for (const member of still) process.kill(member, 'SIGCONT');
    still = [];
  };
  return {
    url: `postgres://baton@127.0.0.1:${place.port}/postgres`,
    // SIGQUIT: it takes no leave of anybody, and recovers when it starts. Whoever stands still hears no signal.
    crash: async () => {
      resume();
      await end(server, 'SIGQUIT');
      server = await launch(place);
    },
    pause: async () => {
      still = await standStill(server);
    },
    resume,
    // SIGINT is PostgreSQL's fast shutdown: it ends open connections.
    stop: async () => {
      resume();
      await end(server, 'SIGINT');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
