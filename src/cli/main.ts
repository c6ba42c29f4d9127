import type { Command } from './command.ts';
import { describeCommand, describeProgram } from './help.ts';
import { InputError } from './input-error.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { guardCommand } from './commands/guard.ts';
import { indexCommand } from './commands/index.ts';
import { maskCommand } from './commands/mask.ts';
import { mineCommand } from './commands/mine.ts';
import { predictCommand } from './commands/predict.ts';
import { rankCommand } from './commands/rank.ts';
import { searchCommand } from './commands/search.ts';
import { sentimentCommand } from './commands/sentiment.ts';
import { trainCommand } from './commands/train.ts';
import { trendCommand } from './commands/trend.ts';
import { readFlags } from './read-flags.ts';

const commands: Readonly<Record<string, Command>> = {
  train: trainCommand,
  predict: predictCommand,
  rank: rankCommand,
  index: indexCommand,
  search: searchCommand,
  sentiment: sentimentCommand,
  trend: trendCommand,
  mine: mineCommand,
  mask: maskCommand,
  guard: guardCommand,
  evaluate: evaluateCommand,
};

/** Runs one command line; returns the exit code: 0, or 2 with one clear line on bad input. */
async function runBaton([name, ...given]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(describeProgram(commands));
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return complain(`unknown command "${name}"; see baton --help`);
  if (given.includes('--help')) {
    process.stdout.write(describeCommand(name, command));
    return 0;
  }
  try {
    await command.run(readFlags(command, given));
    return 0;
  } catch (error) {
    if (error instanceof InputError) return complain(`${name}: ${error.message}`);
    throw error;
  }
}

function complain(message: string): number {
  process.stderr.write(`baton ${message}\n`);
  return 2;
}

// A reader that went away (as `head` does) wants no more lines.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await runBaton(process.argv.slice(2));
