import type { Command } from './command.ts';

/** The text of `baton --help`. */
export function describeProgram(commands: Readonly<Record<string, Command>>): string {
  const names = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`);
  return ['usage: baton <command> [flags]', '', ...names, '', 'baton <command> --help shows the flags. Data is JSON lines, "-" is standard input.', ''].join('\n');
}

/** The text of `baton <command> --help`. */
export function describeCommand(name: string, { summary, flags, notes }: Command): string {
  const lines = Object.entries(flags).map(([flag, { value, help, isRequired, default: preset }]) => {
    const form = value === undefined ? `--${flag}` : `--${flag} <${value}>`;
    const extra = isRequired ? ' (required)' : preset === undefined ? '' : ` (default ${preset})`;
    return `  ${form.padEnd(24)} ${help}${extra}`;
  });
  return [`usage: baton ${name} [flags]`, summary, '', ...lines, '', ...notes, ''].join('\n');
}
