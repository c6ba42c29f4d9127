import type { InboxRow } from '../../../shared/contracts/inbox.ts';
import { moodKindOf } from '../../bridge/mood-kind.ts';
import { useCodeText } from '../../i18n/use-code-text.ts';
import type { RowPerson } from '../../ui/conversation-row.tsx';

/** Name, mood and tier of a row's customer in words; a plain member carries no tag. */
export function useRowPerson({ customer, mood }: InboxRow): RowPerson {
  const words = useCodeText();
  const kind = moodKindOf(mood.level);
  return {
    name: customer.name,
    mood: { kind, label: words('mood', kind) },
    tier: customer.tier === 'member' ? undefined : { rank: customer.tier, label: words('tier', customer.tier) },
  };
}
