import { CircleAlert, Hourglass } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import type { OutboxEntry } from '../../../shared/contracts/bridge/outbox.ts';
import { useOutboxActs } from '../../bridge/use-outbox-acts.ts';
import { useReady } from '../../bridge/workspace-context.tsx';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { Strip } from '../../ui/strip.tsx';
import { TextAction } from '../../ui/text-action.tsx';

const ACTS = {
  'conversation.take-over': 'take-over',
  'conversation.transfer': 'transfer',
  'conversation.snooze': 'snooze',
  'conversation.unsnooze': 'snooze',
  'episode.resolve': 'resolve',
  'episode.reopen': 'reopen',
} as const;

const actWord = (type: string): (typeof ACTS)[keyof typeof ACTS] | 'other' => (ACTS as Partial<Record<string, (typeof ACTS)[keyof typeof ACTS]>>)[type] ?? 'other';

/** Acts on the conversation that the server refused, and a resolve that waits behind replies. Stale ones have their own dialogue. */
export function ActNotices({ conversationId }: { conversationId: string }) {
  const t = useText('conversation');
  const acts = useReady(conversationId, (mirror) => mirror.displayed.acts);
  const hasWaitingResolve = acts.some((act) => act.type === 'episode.resolve' && (act.state.kind === 'queued' || act.state.kind === 'held'));
  return (
    <>
      {acts.map((act) => act.state.kind === 'refused' && act.state.failure.code !== 'STALE' && !act.type.startsWith('action.') && <RefusedAct key={act.id} act={act} code={act.state.failure.code} />)}
      {hasWaitingResolve && <Strip tone="plain" icon={Hourglass}>{t('waiting.resolve')}</Strip>}
    </>
  );
}

function RefusedAct({ act, code }: { act: OutboxEntry; code: string }) {
  const t = useText('conversation');
  const words = useCodeText();
  const { drop } = useOutboxActs(act.conversationId);
  const dismiss = <TextAction onClick={() => void drop(act.id)}>{t('refused.dismiss')}</TextAction>;
  return (
    <Strip tone="risk" icon={CircleAlert} end={dismiss}>
      {t('refused.title', { act: t(`refused.acts.${actWord(act.type)}`), reason: words('error', code) })}
    </Strip>
  );
}
