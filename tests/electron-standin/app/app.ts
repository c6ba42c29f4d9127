import { createEvent } from '../core/preventable-event.ts';
import { refuseRest } from '../core/refuse-rest.ts';
import { StrictEmitter } from '../core/strict-emitter.ts';
import type { Switches } from '../core/switches.ts';
import type { BrowserWindow } from '../window/browser-window.ts';
import { APP_EVENTS } from './app-events.ts';
import { AppPaths } from './app-paths.ts';
import { CommandLineSwitches } from './command-line-switches.ts';
import { SingleInstance } from './single-instance.ts';

/** The application that is run: what its package.json says, and how it was started. */
export interface Application {
  readonly folder: string;
  readonly mainFile: string;
  readonly name: string;
  readonly version: string;
  readonly switches: Switches;
}

/** What ends with the application. */
export interface AppEnd {
  /** Ends Chromium in good order. */
  readonly closeBrowser: () => Promise<void>;
  readonly exit: (code: number) => void;
}

/** Electron's `app`. */
export class App extends StrictEmitter {
  readonly commandLine: CommandLineSwitches;
  readonly isPackaged = false;
  readonly #application: Application;
  readonly #end: AppEnd;
  readonly #paths: AppPaths;
  readonly #protocolClients = new Set<string>();
  readonly #ready = Promise.withResolvers<void>();
  readonly #windows: () => BrowserWindow[];
  #instance: SingleInstance | undefined;
  #name: string;
  #badge = 0;
  #isStarted = false;
  #isReady = false;
  #isQuitting = false;
  #isExiting = false;

  constructor(application: Application, options: { windows: () => BrowserWindow[]; end: AppEnd }) {
    super(APP_EVENTS);
    this.#application = application;
    this.#name = application.name;
    this.#windows = options.windows;
    this.#end = options.end;
    this.#paths = new AppPaths(application.switches, () => this.#name);
    this.commandLine = new CommandLineSwitches(application.switches, () => this.#isStarted);
  }

  get name(): string {
    return this.#name;
  }

  set name(name: string) {
    this.#name = name;
  }

  getName(): string {
    return this.#name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getVersion(): string {
    return this.#application.version;
  }

  getAppPath(): string {
    return this.#application.folder;
  }

  /** From `--lang`, else from the environment, else en-US. */
  getLocale(): string {
    const fromEnvironment = process.env['LC_ALL'] ?? process.env['LANG'] ?? '';
    const locale = /^([a-z]{2})_([A-Z]{2})/.exec(fromEnvironment);
    return this.#application.switches.get('lang') ?? (locale === null ? 'en-US' : `${locale[1]}-${locale[2]}`);
  }

  getSystemLocale(): string {
    return this.getLocale();
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }

  getPath(name: string): string {
    return this.#paths.get(name);
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  isReady(): boolean {
    return this.#isReady;
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  requestSingleInstanceLock(additionalData?: object): boolean {
    this.#instance ??= new SingleInstance(this.getPath('userData'));
    const notice = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    return this.#instance.acquire(notice, (other) => {
      this.emit('second-instance', createEvent({}), other.argv, other.workingDirectory, other.additionalData);
    });
  }

  hasSingleInstanceLock(): boolean {
    return this.#instance?.isHeld ?? false;
  }

  releaseSingleInstanceLock(): void {
    this.#instance?.release();
  }

  setAsDefaultProtocolClient(protocol: string): boolean {
    this.#protocolClients.add(protocol);
    return true;
  }

  isDefaultProtocolClient(protocol: string): boolean {
    return this.#protocolClients.has(protocol);
  }

  removeAsDefaultProtocolClient(protocol: string): boolean {
    return this.#protocolClients.delete(protocol);
  }

  setBadgeCount(count = 0): boolean {
    this.#badge = count;
    return true;
  }

  getBadgeCount(): number {
    return this.#badge;
  }

  focus(): void {
    this.#windows()[0]?.focus();
  }

  /** Accepted: every page is sandboxed here anyway. */
  enableSandbox(): void {}
  /** Accepted: has an effect on Windows only. */
  setAppUserModelId(_id: string): void {}

  /** Closes every window, each of which may refuse, then ends. */
  quit(): void {
    if (this.#isQuitting || this.#isExiting) return;
    if (!this.#fire('before-quit')) return;
    this.#isQuitting = true;
    for (const window of this.#windows()) window.close();
    this.#isQuitting = false;
    if (this.#windows().length === 0 && this.#fire('will-quit')) this.exit(0);
  }

  /** Ends without asking. */
  exit(code = 0): void {
    if (this.#isExiting) return;
    this.#isExiting = true;
    for (const window of this.#windows()) window.destroy();
    this.emit('quit', createEvent({}), code);
    void this.#finish(code);
  }

  /** The stand-in's own: Chromium is starting, with the switches known by now. */
  started(): void {
    this.#isStarted = true;
  }

  /** The stand-in's own: Chromium is there. */
  becomeReady(): void {
    if (this.#isExiting) return;
    this.#isReady = true;
    this.emit('will-finish-launching');
    this.emit('ready', createEvent({}), {});
    this.#ready.resolve();
  }

  /** The stand-in's own: the last window is gone. */
  lastWindowClosed(): void {
    if (this.#isQuitting || this.#isExiting) return;
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  #fire(event: 'before-quit' | 'will-quit'): boolean {
    const fired = createEvent({});
    this.emit(event, fired);
    return !fired.defaultPrevented;
  }

  async #finish(code: number): Promise<void> {
    await this.#instance?.told;
    this.#instance?.release();
    await this.#end.closeBrowser();
    this.#end.exit(code);
  }
}

refuseRest(App.prototype, 'App', ['commandLine', 'isPackaged']);
