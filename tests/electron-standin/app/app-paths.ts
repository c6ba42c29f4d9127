import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { unmodelled } from '../core/unmodelled.ts';
import type { Switches } from '../core/switches.ts';

/** The folders Electron knows on Linux. */
export class AppPaths {
  readonly #set = new Map<string, string>();
  readonly #switches: Switches;
  readonly #appName: () => string;

  constructor(switches: Switches, appName: () => string) {
    this.#switches = switches;
    this.#appName = appName;
  }

  get(name: string): string {
    return this.#set.get(name) ?? this.#default(name);
  }

  set(name: string, path: string): void {
    this.#set.set(name, path);
  }

  #default(name: string): string {
    const home = homedir();
    switch (name) {
      case 'home':
        return home;
      case 'temp':
        return tmpdir();
      case 'exe':
        return process.argv[0] ?? process.execPath;
      case 'appData':
        return process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
      case 'userData':
        return this.#switches.get('user-data-dir') ?? join(this.get('appData'), this.#appName());
      case 'sessionData':
        return this.get('userData');
      case 'logs':
      case 'crashDumps':
        return join(this.get('userData'), name === 'logs' ? 'logs' : 'Crashpad');
      case 'desktop':
      case 'documents':
      case 'downloads':
        return join(home, `${name[0]?.toUpperCase()}${name.slice(1)}`);
      default:
        return unmodelled(`app.getPath('${name}')`);
    }
  }
}
