import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron as electron, type ElectronApplication, type Page } from '@playwright/test';

/** How a desk is started. */
export interface LaunchOptions {
  /** Where it keeps its data; a new empty folder, gone when the run is over, unless given. */
  readonly userDataDir?: string;
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Added to the command line. */
  readonly args?: readonly string[];
  /** The folder of the application, whose package.json names the built main module; the project's own unless given. */
  readonly application?: string;
}

/** A running desk. */
export interface Desk {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userDataDir: string;
  /** Ends the main process as a power cut would (SIGKILL); settles when it is gone. */
  kill(): Promise<void>;
}

/** The variable with which the global setup names the folder of this run. */
export const RUN_FOLDER = 'BATON_TEST_RUN_FOLDER';

const ROOT = resolve(import.meta.dirname, '../../..');

function definedVariables(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** Starts the built application and waits for its first window. */
export async function launchDesk(options: LaunchOptions = {}): Promise<Desk> {
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(process.env[RUN_FOLDER] ?? tmpdir(), 'desk-')));
  const app = await electron.launch({
    args: [options.application ?? '.', `--user-data-dir=${userDataDir}`, ...(options.args ?? [])],
    cwd: ROOT,
    // Customers come in a test only when it brings them.
    env: { ...definedVariables(process.env), BATON_CUSTOMERS: 'off', ...options.env },
    // The application decides between light and dark, not Playwright.
    colorScheme: null,
  });
  const kill = async (): Promise<void> => {
    const closed = app.waitForEvent('close');
    app.process().kill('SIGKILL');
    await closed;
  };
  return { app, page: await app.firstWindow(), userDataDir, kill };
}
