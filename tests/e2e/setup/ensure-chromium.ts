/** What the search for a Chromium needs of the machine. */
export interface Machine {
  /** The path of a Chromium, when there is one by now. */
  readonly find: () => string | undefined;
  /** Runs a command to its end; answers whether it succeeded. */
  readonly run: (command: string, args: readonly string[]) => boolean;
  /** Whether packages of the system may be installed. */
  readonly mayInstallPackages: boolean;
}

/**
 * Finds a Chromium, or installs one: Playwright's own first, the system's package when that can't be had.
 * Throws when neither way leads to one.
 */
export function ensureChromium(machine: Machine): string {
  const found = machine.find() ?? installPlaywrightChromium(machine) ?? installPackage(machine);
  if (found === undefined) throw new Error('No Chromium: none on the PATH, and none could be installed. Name one in ELECTRON_STANDIN_CHROMIUM.');
  return found;
}

function installPlaywrightChromium({ run, find }: Machine): string | undefined {
  return run('npx', ['playwright', 'install', 'chromium']) ? find() : undefined;
}

function installPackage({ run, find, mayInstallPackages }: Machine): string | undefined {
  if (!mayInstallPackages || !run('apt-get', ['update'])) return undefined;
  return run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium']) ? find() : undefined;
}
