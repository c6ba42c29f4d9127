import { useText } from '../../i18n/use-text.ts';
import type { ItemFlag } from '../../../shared/contracts/conversation-state.ts';
import { useAct } from '../../bridge/use-act.ts';
import { useHead } from '../../bridge/workspace-context.tsx';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { FlagLine } from '../../ui/flag-line.tsx';
import { TextAction } from '../../ui/text-action.tsx';

/** A flag that somebody called wrong, or that passed, is no longer shown. */
export const isShown = (flag: ItemFlag): boolean => flag.status === 'raised' || flag.status === 'confirmed';

export const flagLineId = (seq: number): string => `flag-${seq}`;

interface MessageFlagsProps {
  conversationId: string;
  seq: number;
  flags: readonly ItemFlag[];
}

/** What was seen in a message, in which words, and what a person makes of it. */
export function MessageFlags({ conversationId, seq, flags }: MessageFlagsProps) {
  return <div id={flagLineId(seq)}>{flags.filter(isShown).map((flag) => <OneFlag key={flag.flagId} conversationId={conversationId} flag={flag} />)}</div>;
}

function OneFlag({ conversationId, flag }: { conversationId: string; flag: ItemFlag }) {
  const t = useText('transcript');
  const words = useCodeText();
  const { screen } = useStores();
  const act = useAct(conversationId);
  const canAsk = useHead(conversationId, (head) => head.ticket !== null && !head.ticket.escalated);
  const kind = words('flag', flag.kind);
  const judge = (verdict: 'confirmed' | 'dismissed') => () => void act('flag.judge', { flagId: flag.flagId, verdict });
  const quotes = flag.evidence.map(({ text }) => t('common:quote', { text })).join(t('common:list'));
  return (
    <FlagLine id={flag.flagId} kind={t('flag.band', { kind, band: flag.status === 'confirmed' ? t('flag.confirmed') : words('band', flag.band) })} evidence={quotes}>
      {canAsk && <TextAction onClick={() => screen.getState().openDialog({ kind: 'escalate', conversationId, reason: kind })}>{t('flag.askLead')}</TextAction>}
      {flag.status === 'raised' && <TextAction onClick={judge('confirmed')}>{t('flag.confirm')}</TextAction>}
      <TextAction onClick={judge('dismissed')}>{t('flag.dismiss')}</TextAction>
    </FlagLine>
  );
}
