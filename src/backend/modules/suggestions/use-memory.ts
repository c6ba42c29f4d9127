import { detectLanguage } from '../../../assist/index.ts';
import type { Id } from '../../../shared/contracts/basics.ts';
import type { EventOf, LogEvent } from '../../../shared/contracts/events/envelope.ts';
import { isKnownEvent } from '../../../shared/domain/known-versions.ts';
import type { LogReader } from '../../log/log-reader.ts';
import type { LearnedRanking } from '../knowledge/learned-ranking.ts';

type Dependencies = { readonly reader: Pick<LogReader, 'eventsAfterPosition' | 'eventsAfter'>; readonly learned: LearnedRanking };

/** What agents do with suggestions, read from the log and nowhere else kept: another node, or the next start, reads the same. */
export type UseMemory = {
  /** Learns what has come since the last time. Settles when all of it is learned. */
  readonly catchUp: () => Promise<void>;
};

type Offered = { readonly conversationId: Id; readonly messageSeq: number; readonly items: readonly { readonly suggestionId: Id; readonly slug: string | null }[] };

type Verdict = { readonly slug: string; readonly relevant: boolean };

const FOLLOWED = ['suggestion.offered', 'suggestion.observed'];
const BATCH = 500;
/** Sets whose use may still come; older ones have been answered or forgotten. */
const SETS_KEPT = 2_000;

/**
 * Who takes one suggestion has read those above it and passed over them (Joachims 2002, "click > skip above"); of those below
 * nothing is known. "None fits" passes over all.
 */
function verdictsOf({ items }: Offered, suggestionId: Id | null): Verdict[] {
  const taken = items.findIndex((item) => item.suggestionId === suggestionId);
  const seen = taken === -1 ? items : items.slice(0, taken + 1);
  return seen.flatMap(({ slug }, index) => (slug === null ? [] : [{ slug, relevant: index === taken }]));
}

/** The sets that were offered of late, by their id. */
class OfferedSets {
  readonly #sets = new Map<Id, Offered>();

  remember(setId: Id, offered: Offered): void {
    this.#sets.set(setId, offered);
    const [oldest] = this.#sets.keys();
    if (this.#sets.size > SETS_KEPT && oldest !== undefined) this.#sets.delete(oldest);
  }

  readonly find = (setId: Id): Offered | undefined => this.#sets.get(setId);
}

/** The set that an event offered, with the article that each suggestion stands on. */
function offeredBy({ conversationId, payload }: EventOf<'suggestion.offered'>): Offered {
  const items = payload.items.map(({ suggestionId, sources }) => ({ suggestionId, slug: sources.find(({ kind }) => kind === 'article')?.ref ?? null }));
  return { conversationId, messageSeq: payload.messageSeq, items };
}

/** Follows the log on demand, from its beginning. */
class LogUseMemory implements UseMemory {
  readonly #deps: Dependencies;
  readonly #sets = new OfferedSets();
  #position = 0;
  #reading: Promise<void> | null = null;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  readonly catchUp = (): Promise<void> => {
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  };

  async #read(): Promise<void> {
    for (;;) {
      const events = await this.#deps.reader.eventsAfterPosition(this.#position, FOLLOWED, BATCH);
      for (const event of events) {
        await this.#take(event);
        this.#position = event.position;
      }
      if (events.length < BATCH) return;
    }
  }

  async #take(event: LogEvent): Promise<void> {
    if (!isKnownEvent(event)) return;
    if (event.type === 'suggestion.offered') this.#sets.remember(event.payload.setId, offeredBy(event));
    if (event.type !== 'suggestion.observed') return;
    const offered = this.#sets.find(event.payload.setId);
    const verdict = event.payload.observations.find(({ what }) => what === 'inserted' || what === 'none-fits');
    if (offered && verdict) await this.#judge(offered, verdict.what === 'inserted' ? verdict.suggestionId : null);
  }

  async #judge(offered: Offered, suggestionId: Id | null): Promise<void> {
    const [message] = await this.#deps.reader.eventsAfter(offered.conversationId, offered.messageSeq - 1, 1);
    // Words that were erased teach nothing.
    if (!message || !isKnownEvent(message) || message.type !== 'message.posted' || !message.content) return;
    const { text } = message.content;
    const language = message.payload.language ?? detectLanguage(text);
    for (const verdict of verdictsOf(offered, suggestionId)) this.#deps.learned.learn({ text, language, ...verdict });
  }
}

/** What agents make of suggestions, learned from the log when asked. */
export const createUseMemory = (deps: Dependencies): UseMemory => new LogUseMemory(deps);
