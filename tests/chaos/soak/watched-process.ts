import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { Vitals } from './report-vitals.ts';

/** A program in a process of its own that tells how it is when asked. */
export type WatchedProcess<Word> = {
  readonly vitals: () => Promise<Vitals>;
  /** Says something and waits for the one answer. */
  readonly ask: (word: object) => Promise<Word>;
  readonly stop: () => Promise<void>;
};

export type Started<Word> = { readonly first: Word; readonly watched: WatchedProcess<Word> };

type Starting = {
  readonly entry: string;
  readonly args?: readonly string[];
  readonly environment?: { readonly [name: string]: string };
  /** Modules that it loads before itself. */
  readonly preload?: readonly string[];
  /** What it writes to its standard error, which is passed on otherwise. */
  readonly onComplaint?: (text: string) => void;
};

const REPORT = path.join(import.meta.dirname, 'report-vitals.ts');

/** Starts it and waits for its first word. A process that ends before it is stopped fails the whole run. */
export async function startWatched<Word>({ entry, args = [], environment = {}, preload = [], onComplaint }: Starting): Promise<Started<Word>> {
  const imports = [REPORT, ...preload].flatMap((module) => ['--import', module]);
  const child = fork(entry, args, { env: { ...process.env, ...environment }, execArgv: ['--expose-gc', '--disable-warning=ExperimentalWarning', ...imports], stdio: ['ignore', 'inherit', onComplaint ? 'pipe' : 'inherit', 'ipc'] });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => onComplaint?.(text));
  let isStopping = false;
  child.once('exit', (code, signal) => {
    if (!isStopping) throw new Error(`${path.basename(entry)} ended with ${String(code ?? signal)}`);
  });
  const hear = async <W>(): Promise<W> => ((await once(child, 'message')) as [W])[0];
  const ask = async <W>(word: object | string): Promise<W> => {
    const heard = hear<W>();
    child.send(word);
    return heard;
  };
  const first = await hear<Word>();
  return {
    first,
    watched: {
      ask: (word) => ask<Word>(word),
      vitals: async () => (await ask<{ readonly vitals: Vitals }>('vitals')).vitals,
      stop: async () => {
        isStopping = true;
        const ended = once(child, 'exit');
        child.disconnect();
        await ended;
      },
    },
  };
}
