/** Chromium switches by name, without the leading dashes; a switch without a value has ''. */
export type Switches = Map<string, string>;

/** Electron's command line: `electron [-r module] [--switch[=value]] <application> [arguments]`. */
export interface CommandLine {
  readonly requires: readonly string[];
  readonly entry: string;
  readonly switches: Switches;
}

function addSwitch(switches: Switches, argument: string): void {
  const match = /^--([^=]+)=?([\s\S]*)$/.exec(argument);
  if (match?.[1] !== undefined) switches.set(match[1], match[2] ?? '');
}

/** Reads Electron's command line. As in Chromium, switches count wherever they stand, before `--`. */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const switches: Switches = new Map();
  const requires: string[] = [];
  let entry: string | undefined;
  for (let index = 0; index < argv.length && argv[index] !== '--'; index += 1) {
    const argument = argv[index] ?? '';
    if (entry === undefined && (argument === '-r' || argument === '--require')) requires.push(argv[(index += 1)] ?? '');
    else if (argument.startsWith('-')) addSwitch(switches, argument);
    else entry ??= argument;
  }
  return { requires, entry: entry ?? '.', switches };
}
