import { createReadStream, existsSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { InputError } from './input-error.ts';

/** One JSON object of a file, and where it stands, for messages. */
export interface Line {
  value: Record<string, unknown>;
  /** "test.jsonl line 3" */
  place: string;
}

const progressEvery = 100_000;

/** Reads JSON lines one by one, however many: LF or CRLF, with or without a byte order mark; blank lines are skipped. */
export async function* readLines(path: string): AsyncGenerator<Line> {
  if (path !== '-' && (!existsSync(path) || statSync(path).isDirectory())) throw new InputError(`there is no file ${path}`);
  const name = path === '-' ? 'standard input' : path;
  let number = 0;
  for await (const text of splitLines(path === '-' ? process.stdin : createReadStream(path))) {
    number += 1;
    if (text.trim() !== '') yield { value: parseObject(text, `${name} line ${number}`), place: `${name} line ${number}` };
    if (number % progressEvery === 0) process.stderr.write(`baton: ${number} lines of ${name}\n`);
  }
}

/** All lines of a file, turned into something by `read`. */
export async function readAll<T>(path: string, read: (line: Line) => T): Promise<T[]> {
  const items: T[] = [];
  for await (const line of readLines(path)) items.push(read(line));
  return items;
}

/** Writes one line of JSON to standard output, waiting when the reader is slow. */
export async function writeLine(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain');
}

/** Answers every line of a file with one line, in order. */
export async function answerLines(path: string, answer: (line: Line) => unknown): Promise<void> {
  for await (const line of readLines(path)) await writeLine(answer(line));
}

async function* splitLines(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  for await (const chunk of stream) {
    const parts = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n');
    rest = parts.pop() as string;
    yield* parts;
  }
  if (rest !== '') yield rest;
}

function parseObject(text: string, place: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InputError(`${place} is not JSON`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new InputError(`${place} is not a JSON object`);
  return value as Record<string, unknown>;
}
