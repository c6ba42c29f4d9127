import { useText } from '../../i18n/use-text.ts';
import { useCustomerName } from '../../bridge/customer-of.ts';
import { moodKindOf } from '../../bridge/mood-kind.ts';
import { useHead } from '../../bridge/workspace-context.tsx';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { ConversationHead } from '../../ui/conversation-head.tsx';
import { Trend } from '../../ui/trend.tsx';
import { HeadActions } from './head-actions.tsx';
import { useHeadFacts } from './head-facts.tsx';

const signed = (level: number): string => level.toFixed(2).replace('-', '−');

/** Whose conversation this is, how it stands, and what can be done with it. */
export function ConversationBar({ conversationId }: { conversationId: string }) {
  const t = useText('conversation');
  const words = useCodeText();
  const { name, tier } = useCustomerName(conversationId);
  const mood = useHead(conversationId, (head) => head.mood);
  const kind = moodKindOf(mood.level);
  const label = t('moodNow', { value: signed(mood.level) });
  const person = { name, mood: { kind, label: words('mood', kind) }, tier: tier === 'member' ? undefined : { rank: tier, label: words('tier', tier) } };
  const trend = mood.trend.length > 0 && (
    <>
      <Trend values={mood.trend} mood={kind} label={label} width={64} />
      <span aria-hidden>{signed(mood.level)}</span>
    </>
  );
  return <ConversationHead person={person} trend={trend} facts={useHeadFacts(conversationId)} actions={<HeadActions conversationId={conversationId} />} />;
}
