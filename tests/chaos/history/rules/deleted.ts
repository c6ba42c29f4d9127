import type { History, Rule, Violation } from '../history.ts';

const targetOf = (payload: { readonly [key: string]: unknown }): string | null => (typeof payload['messageId'] === 'string' ? payload['messageId'] : null);

/** Number of the recalling event by the message it recalls, per conversation. */
function recallsOf(history: History): Map<string, { readonly seq: number; readonly publicSeq: number }> {
  const recalls = history.logs.flatMap(({ events }) => events.filter(({ type }) => type === 'message.recalled'));
  return new Map(recalls.flatMap(({ payload, seq, publicSeq }) => (targetOf(payload) === null ? [] : [[targetOf(payload) ?? '', { seq, publicSeq: publicSeq ?? 0 }] as const])));
}

/** From the moment a screen has the recall, it never shows the message's words again. */
export const deletedStaysDeleted: Rule = (history) => {
  const recalls = recallsOf(history);
  if (recalls.size === 0) return [];
  const onDesks = history.deskViews.flatMap(({ viewer, state }): Violation[] =>
    state.window.items.flatMap((item): Violation[] => {
      const recall = item.kind === 'message' ? recalls.get(item.id) : undefined;
      const shows = item.kind === 'message' && recall && state.head.seq >= recall.seq && !(item.recalled && item.text === null);
      return shows ? [{ rule: 'deleted-stays-deleted', what: `${viewer} showed ${item.id} at ${state.head.seq}, after its recall` }] : [];
    }),
  );
  const onPages = history.pageViews.flatMap(({ thread }): Violation[] =>
    thread.items.flatMap((item): Violation[] => {
      const recall = item.kind === 'message' ? recalls.get(item.id) : undefined;
      const shows = item.kind === 'message' && recall && thread.publicSeq >= recall.publicSeq && !(item.recalled && item.content === null);
      return shows ? [{ rule: 'deleted-stays-deleted', what: `a page showed ${item.id} after its recall` }] : [];
    }),
  );
  return [...onDesks, ...onPages];
};
