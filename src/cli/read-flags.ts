import { entryOf } from '../shared/lib/entry-of.ts';
import type { Command, Flags } from './command.ts';
import { InputError } from './input-error.ts';

/** Reads `--name value` and `--name=value`; refuses what the command does not know and what is missing. */
export function readFlags(command: Command, given: readonly string[]): Flags {
  const flags: Record<string, string> = {};
  for (const [name, flag] of Object.entries(command.flags)) if (flag.default !== undefined) flags[name] = flag.default;
  for (let at = 0; at < given.length; at += 1) {
    const [name, inline] = splitFlag(given[at] as string);
    const flag = entryOf(command.flags, name);
    if (!flag) throw new InputError(`unknown flag "${given[at]}"; see --help`);
    if (flag.value === undefined) flags[name] = 'true';
    else flags[name] = inline ?? valueAfter(given, (at += 1), name);
  }
  for (const [name, flag] of Object.entries(command.flags)) {
    if (flag.isRequired && flags[name] === undefined) throw new InputError(`--${name} is missing; see --help`);
  }
  return flags;
}

/** A whole number of at least `least`, given by a flag. */
export function readCount(flags: Flags, name: string, least: number): number {
  const value = Number(flags[name]);
  if (!Number.isSafeInteger(value) || value < least) throw new InputError(`--${name} must be a whole number of at least ${least}`);
  return value;
}

/** The value of a required flag. */
export function readText(flags: Flags, name: string): string {
  const value = flags[name];
  if (value === undefined) throw new InputError(`--${name} is missing; see --help`);
  return value;
}

function splitFlag(text: string): [name: string, inline: string | undefined] {
  if (!text.startsWith('--')) return ['', undefined];
  const equals = text.indexOf('=');
  return equals < 0 ? [text.slice(2), undefined] : [text.slice(2, equals), text.slice(equals + 1)];
}

function valueAfter(given: readonly string[], at: number, name: string): string {
  const value = given[at];
  if (value === undefined) throw new InputError(`--${name} needs a value`);
  return value;
}
