import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { anyLog, eventsOf, fold } from './random-log/logs.ts';

/** Ids of the content rows that a log has erased. */
const erasedIn = (log: readonly LogEvent[]): Set<string> =>
  new Set(eventsOf(log, 'content.erased').flatMap((event) => event.payload.contentIds));

/** The log as it is read once its erasures are carried out: the rows are gone, the facts stand. */
function readBack(log: readonly LogEvent[]): LogEvent[] {
  const erased = erasedIn(log);
  return log.map((event) => (event.contentId !== null && erased.has(event.contentId) ? { ...event, content: null } : event));
}

describe('erasure', () => {
  it('leaves a desk that saw the words with what a desk that never did has', () => {
    fc.assert(
      fc.property(anyLog(), (log) => {
        expect(fold(log)).toEqual(fold(readBack(log)));
      }),
      { numRuns: 200 },
    );
  });

  it('leaves no erased word anywhere in the state', () => {
    const marked = anyLog().map((log) => log.map((event) => (event.contentId === null ? event : { ...event, content: markWords(event.content, event.contentId) })));
    fc.assert(
      fc.property(marked, (log) => {
        const text = JSON.stringify(fold(log));
        for (const contentId of erasedIn(log)) expect(text).not.toContain(wordOf(contentId));
      }),
      { numRuns: 200 },
    );
  });
});

const wordOf = (contentId: string): string => `<${contentId}>`;

/** Content with every text in it replaced by a word that names its row. */
function markWords(content: unknown, contentId: string): unknown {
  if (typeof content === 'string') return wordOf(contentId);
  if (Array.isArray(content)) return content.map((part: unknown) => markWords(part, contentId));
  if (typeof content !== 'object' || content === null) return content;
  return Object.fromEntries(Object.entries(content).map(([key, part]) => [key, markWords(part, contentId)]));
}
