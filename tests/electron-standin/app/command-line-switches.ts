import { refuseRest } from '../core/refuse-rest.ts';
import type { Switches } from '../core/switches.ts';
import { unmodelled } from '../core/unmodelled.ts';

/** Electron's `app.commandLine`. Switches reach Chromium until it is started, which is just before the main module runs. */
export class CommandLineSwitches {
  readonly #switches: Switches;
  readonly #isStarted: () => boolean;

  constructor(switches: Switches, isStarted: () => boolean) {
    this.#switches = switches;
    this.#isStarted = isStarted;
  }

  appendSwitch(name: string, value = ''): void {
    if (this.#isStarted()) unmodelled(`app.commandLine.appendSwitch('${name}') by the application`, 'Give it on the command line.');
    this.#switches.set(name, value);
  }

  hasSwitch(name: string): boolean {
    return this.#switches.has(name);
  }

  getSwitchValue(name: string): string {
    return this.#switches.get(name) ?? '';
  }
}

refuseRest(CommandLineSwitches.prototype, 'CommandLine');
