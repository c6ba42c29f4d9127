import { parseArgs } from 'node:util';
import type { Mix } from './draw-lots.ts';

/** What `node src/simulator/demo-customers.ts` was told. */
export type CommandLine = { readonly serverUrl: string; readonly shop: string; readonly everyMs: number; readonly maxOpen: number; readonly seed: number; readonly mix: Mix | undefined; readonly isFast: boolean };

export const USAGE = 'usage: node src/simulator/demo-customers.ts --server http://127.0.0.1:PORT [--shop shanlan] [--every SECONDS] [--max OPEN] [--seed N] [--mix goal=share,...] [--fast]';

function parseNumber(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) throw new Error(`--${name} takes a number, not "${text}"`);
  return value;
}

const parseMix = (text: string): Mix =>
  Object.fromEntries(text.split(',').map((part) => {
    const [goal = '', share = ''] = part.split('=');
    return [goal, parseNumber('mix', share)];
  }));

/** Reads the arguments; throws an error with a sentence for the person who typed them. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...args],
    options: {
      server: { type: 'string' }, shop: { type: 'string', default: 'shanlan' }, every: { type: 'string', default: '20' },
      max: { type: 'string', default: '8' }, seed: { type: 'string', default: '1' }, mix: { type: 'string' }, fast: { type: 'boolean', default: false },
    },
  });
  if (values.server === undefined) throw new Error('--server is missing');
  return {
    serverUrl: values.server.replace(/\/$/, ''),
    shop: values.shop,
    everyMs: parseNumber('every', values.every) * 1000,
    maxOpen: parseNumber('max', values.max),
    seed: parseNumber('seed', values.seed),
    mix: values.mix === undefined ? undefined : parseMix(values.mix),
    isFast: values.fast,
  };
}
