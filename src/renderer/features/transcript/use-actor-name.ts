import { useText } from '../../i18n/use-text.ts';
import type { Actor } from '../../../shared/contracts/basics.ts';
import { useCustomerName } from '../../bridge/customer-of.ts';
import { useApp } from '../../bridge/desk-context.tsx';
import { usePeople } from '../../bridge/people.ts';
import { useLocalized } from '../../i18n/use-language.ts';

/** Names of everybody who can appear in a transcript. */
export function useActorName(conversationId: string): (actor: Actor) => string {
  const t = useText('common');
  const localized = useLocalized();
  const me = useApp((state) => state.account?.id);
  const { staffName } = usePeople();
  const customer = useCustomerName(conversationId).name;
  return ({ kind, id }) => {
    if (kind === 'customer') return customer === '' ? t('customer') : customer;
    if (kind === 'bot') return t('bot');
    if (kind === 'system') return t('system');
    const name = staffName(id);
    if (id === me) return t('me');
    return name === null ? t('somebody') : localized(name);
  };
}
