import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { Switches } from '../core/switches.ts';
import { CdpConnection, unlessGone } from './cdp-connection.ts';
import { chromiumArguments } from './chromium-arguments.ts';
import { findChromium } from './find-chromium.ts';
import { createProfile, recordPid, removeProfile } from './profile.ts';

/** A running Chromium of one application. */
export interface Chromium {
  readonly connection: CdpConnection;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends it in good order and removes its profile. */
  close(): Promise<void>;
  /** Ends it at once; for the last moment of the main process. */
  kill(): void;
}

/** Waits for the line that names the DevTools address; Playwright waits for the same line on our own stderr. */
function devToolsAddress(chromium: ChildProcess, stderr: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    chromium.once('error', reject);
    chromium.once('exit', (code) => reject(new Error(`Chromium ended with ${code} before it was ready:\n${output}`)));
    stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const address = /DevTools listening on (ws:\/\/\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}

/**
 * Starts Chromium without a window. Throws when there is none on this machine or it does not start.
 * @param options.switches Chromium switches by name, as Electron was given them
 * @param options.locale BCP 47, what pages see as `navigator.language`
 */
export async function launchChromium(options: { switches: Switches; locale: string }): Promise<Chromium> {
  const executable = findChromium(process.env);
  if (executable === undefined) throw new Error('The Electron stand-in found no Chromium; name one in ELECTRON_STANDIN_CHROMIUM.');
  const profile = createProfile();
  const chromium = spawn(executable, chromiumArguments({ ...options, profile }), { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
  if (chromium.pid !== undefined) recordPid(profile, chromium.pid);
  const ended = new Promise<void>((resolve) => void chromium.once('exit', () => resolve()));
  const [, , stderr, commands, answers] = chromium.stdio;
  const connection = new CdpConnection(answers as Readable, commands as Writable);
  process.stderr.write(`\nDevTools listening on ${await devToolsAddress(chromium, stderr as Readable)}\n`);
  return {
    connection,
    ended,
    close: async () => {
      await unlessGone(connection.root.send('Browser.close'));
      await ended;
      removeProfile(profile);
    },
    kill: () => {
      chromium.kill('SIGKILL');
      removeProfile(profile);
    },
  };
}
