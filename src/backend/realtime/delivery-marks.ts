import type { Id } from '../../shared/contracts/basics.ts';
import { ok } from '../../shared/lib/result.ts';
import type { Stop, Timers } from '../clock.ts';
import type { Append } from '../log/append-request.ts';
import type { Logger } from '../logger.ts';
import type { FindPublicPlace } from '../modules/messages/message-repository.ts';

/** A mark a conversation and second at most. */
const WINDOW_MS = 1_000;

const CHANNEL_ACTOR = { kind: 'system', id: 'channel' } as const;

type Dependencies = { readonly append: Append; readonly findPlace: FindPublicPlace; readonly timers: Timers; readonly logger: Logger };

export type DeliveryMarks = { readonly held: (conversationId: Id, publicSeq: number) => void; readonly stop: () => void };

async function mark({ append, findPlace }: Dependencies, conversationId: Id, publicSeq: number): Promise<void> {
  const place = await findPlace(conversationId, { publicSeq });
  if (!place) return;
  await append({
    conversationId,
    actor: CHANNEL_ACTOR,
    key: `delivered:${conversationId}:${place.seq}`,
    fingerprint: 'delivered',
    act: 'free',
    seenSeq: null,
    // Only what we said needs a mark, and only once: a customer's own message is no news to them.
    decide: ({ head }) => {
      const isNews = head.last !== null && head.last.by !== 'customer' && head.last.seq <= place.seq && head.deliveredUpTo < head.last.seq;
      return ok({ events: isNews ? [{ type: 'message.delivered', payload: { upToSeq: place.seq }, content: null }] : [] });
    },
  });
}

/** Writes down how far the customer's channel holds the conversation, gathered. */
export function createDeliveryMarks(deps: Dependencies): DeliveryMarks {
  const waiting = new Map<Id, number>();
  let timer: Stop | null = null;
  const flush = (): void => {
    timer = null;
    for (const [conversationId, publicSeq] of waiting) {
      mark(deps, conversationId, publicSeq).catch((error: unknown) => deps.logger.error({ err: error, conversationId }, 'a delivery mark failed'));
    }
    waiting.clear();
  };
  return {
    held: (conversationId, publicSeq) => {
      waiting.set(conversationId, Math.max(publicSeq, waiting.get(conversationId) ?? 0));
      timer ??= deps.timers.after(WINDOW_MS, flush);
    },
    stop: () => timer?.(),
  };
}
