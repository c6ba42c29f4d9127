import { STAFF_ONLY, type History, type Rule } from '../history.ts';

/** No frame on a customer's machine holds a word that was written for staff. */
export const customersSeeNothingOfStaff: Rule = ({ customerFrames }) =>
  customerFrames.filter(({ text }) => text.includes(STAFF_ONLY)).map(({ conversationId }) => ({ rule: 'staff-only', what: `words of staff reached the customer of ${conversationId}` }));

/** Who may read each whisper: its author and those it names. Taken from the log, and not from the product's own filter. */
function readersOf({ logs }: History): Map<string, readonly unknown[]> {
  const whispers = logs.flatMap(({ events }) => events.filter(({ type }) => type === 'whisper.posted'));
  return new Map(whispers.map(({ id, actor, payload }) => [id, [actor.id, ...(Array.isArray(payload['to']) ? payload['to'] : [])]]));
}

/** No desk shows a whisper to anybody else. */
export const whispersStayWithTheirOwn: Rule = (history) => {
  const readers = readersOf(history);
  if (readers.size === 0) return [];
  return history.deskViews.flatMap(({ viewer, state }) =>
    state.window.items
      .filter((item) => item.kind === 'whisper' && readers.get(item.id)?.includes(viewer) === false)
      .map(() => ({ rule: 'staff-only' as const, what: `a whisper in ${state.head.conversationId} was shown to ${viewer}` })),
  );
};
