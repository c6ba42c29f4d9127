import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

export type ProgramOptions = {
  readonly entry: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** What stands before the program on the command line, for a tracer; it must leave the program this process's own child. */
  readonly prefix?: readonly string[];
  readonly onMessage: (word: unknown) => void;
};

/** A Node program of ours as a child process. */
export type Program = {
  readonly pid: number;
  readonly isAlive: () => boolean;
  readonly tell: (word: object) => void;
  /** Without a word, as a power cut would. Resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** Asks it to end and waits until it has. */
  readonly stop: () => Promise<void>;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Resolves when it has ended, by whatever. */
  readonly ended: Promise<void>;
  /** Lines of its standard error so far. */
  readonly complaints: () => string[];
};

const QUIET = ['--disable-warning=ExperimentalWarning'];

function gatherComplaints(child: ChildProcess): () => string[] {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => void (text += part));
  return () => text.split('\n').filter((line) => line !== '');
}

/** Starts a program. It ends when this process does, because the channel between them closes. */
export function startProgram({ entry, args, env, prefix = [], onMessage }: ProgramOptions): Program {
  const [command = process.execPath, ...rest] = [...prefix, process.execPath, ...QUIET, entry, ...args];
  const child = spawn(command, rest, { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  // `close` comes after `exit`, when a tracer that shares its standard error has written its last as well.
  const ended = once(child, 'close').then(() => undefined);
  const isAlive = (): boolean => child.exitCode === null && child.signalCode === null;
  const complaints = gatherComplaints(child);
  child.on('message', onMessage);
  // What is told to one that has just died is nobody's to hear.
  child.on('error', () => undefined);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (isAlive()) child.kill(signal);
    // A stopped process hears of its end only by the one signal that needs no hearing.
    if (signal !== 'SIGKILL') child.kill('SIGCONT');
    await ended;
  };
  return {
    pid: child.pid ?? 0,
    isAlive,
    tell: (word) => void (child.connected && child.send(word, () => undefined)),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    ended,
    complaints,
  };
}
