import type { Ticket } from '../../../shared/contracts/ticket.ts';
import { useAtTick } from '../../bridge/desk-context.tsx';
import { usePeople } from '../../bridge/people.ts';
import { useCodeText, type CodeText } from '../../i18n/use-code-text.ts';
import { useLocalized } from '../../i18n/use-language.ts';
import { useMoments } from '../../i18n/use-moments.ts';
import type { TimelineEntry } from '../../ui/ticket-timeline.tsx';

/** So many lines are shown, the newest. */
const SHOWN = 6;

type Params = Ticket['timeline'][number]['params'];

/** Codes of a line's parameters in words. */
const paramWords = (words: CodeText, params: Params): Params => ({
  ...params,
  ...('kind' in params ? { kind: words('ticketKind', params['kind'] ?? '') } : {}),
  ...('category' in params ? { category: words('category', params['category'] ?? '') } : {}),
  ...('priority' in params ? { priority: words('priority', params['priority'] ?? '') } : {}),
  ...('from' in params ? { from: words('ticketState', params['from'] ?? ''), to: words('ticketState', params['to'] ?? '') } : {}),
});

/** A ticket's timeline for the eye: newest first, the newest filled, what is risky a diamond. */
export function useTicketLines(ticket: Ticket): TimelineEntry[] {
  const words = useCodeText();
  const moments = useMoments();
  const localized = useLocalized();
  const { staffName } = usePeople();
  const today = useAtTick((now) => moments.exact(now).slice(0, 10));
  return ticket.timeline.slice(-SHOWN).toReversed().map(({ seq, at, code, params }, index) => {
    const name = staffName(params['assigneeId'] ?? '');
    return {
      id: String(seq),
      time: moments.exact(at).startsWith(today) ? moments.time(at).slice(0, 5) : moments.exact(at).slice(5, 10),
      dateTime: moments.iso(at),
      text: words('ticketLine', code, { ...paramWords(words, params), name: name === null ? '' : localized(name) }),
      standing: code === 'ticket.escalated' ? 'risk' : index === 0 ? 'done' : 'plain',
    };
  });
}
