import { CircleCheck, Lock, MessageSquare, ReceiptText, UserRound } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import type { LogEvent } from '../../../shared/contracts/events/envelope.ts';
import { useCustomerName } from '../../bridge/customer-of.ts';
import { usePeople } from '../../bridge/people.ts';
import { useLocalized } from '../../i18n/use-language.ts';
import { useMoments } from '../../i18n/use-moments.ts';
import { formatMoney } from '../../lib/money.ts';
import { ChangeLine } from '../../ui/change-line.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { sharedWords } from './shared-words.ts';
import { wordsOf } from './stale-entry.ts';

/** Changes that need a word beside who did it; a message speaks for itself. */
const KINDS = ['message.edited', 'message.recalled', 'note.posted', 'assignment.accepted', 'assignment.revoked', 'queue.entered', 'episode.resolved', 'episode.reopened', 'action.executed'] as const;
type Kind = (typeof KINDS)[number];

function iconOf(type: string) {
  if (type.startsWith('message.')) return MessageSquare;
  if (type.startsWith('note.')) return Lock;
  if (type.startsWith('action.')) return ReceiptText;
  return type.startsWith('episode.') ? CircleCheck : UserRound;
}

/** What was executed, with its amount, from the payload of the event. */
function useActionFacts(event: LogEvent): { action: string; receipt: string } {
  const t = useText('actions');
  const { locale } = useMoments();
  if (event.type !== 'action.executed') return { action: '', receipt: '' };
  // Main has checked the event against the contract of its type.
  const { kind, amount, receiptNumber } = event.payload as { kind: 'refund'; amount: { amount: number; currency: string } | null; receiptNumber: string };
  const name = t(`${kind}.title`);
  return { action: amount === null ? name : `${name} ${formatMoney(amount, locale)}`, receipt: receiptNumber };
}

function useSpeaker(event: LogEvent): string {
  const t = useText('common');
  const localized = useLocalized();
  const customer = useCustomerName(event.conversationId).name;
  const { staffName } = usePeople();
  const agentId = typeof event.payload['agentId'] === 'string' ? event.payload['agentId'] : event.actor.id;
  if (event.actor.kind === 'customer') return customer;
  if (event.actor.kind === 'bot') return t('bot');
  const name = staffName(agentId);
  if (name === null) return event.actor.kind === 'system' ? t('system') : t('somebody');
  return localized(name);
}

/** One thing that the act had not seen; words of it that the person's own text also uses are marked. */
export function StaleChange({ event, ownText }: { event: LogEvent; ownText: string }) {
  const t = useText('stale');
  const moments = useMoments();
  const { action, receipt } = useActionFacts(event);
  const speaker = useSpeaker(event);
  const text = wordsOf(event);
  const kind = KINDS.find((known): known is Kind => known === event.type);
  const said = kind === undefined ? '' : t(`changes.${kind}`, { action });
  const head = (
    <b className="font-mid">
      {[speaker, said].filter((part) => part !== '').join(' ')} <span className="font-text text-ink-muted">{t('number', { seq: event.seq })}</span>
    </b>
  );
  return (
    <ChangeLine time={moments.time(event.at)} dateTime={moments.iso(event.at)} icon={iconOf(event.type)} head={head} end={receipt === '' ? undefined : t('receipt', { number: receipt })}>
      {text !== null && <p className="text-14 whitespace-pre-wrap"><MarkedText text={text} spans={sharedWords(text, [ownText], 'hit')} /></p>}
    </ChangeLine>
  );
}
