import { useText } from '../../i18n/use-text.ts';
import type { PresenceState } from '../../../shared/contracts/people.ts';
import { useApp, useDesk, useIsLive } from '../../bridge/desk-context.tsx';
import { isInHand } from '../../bridge/inbox-facts.ts';
import { useLocalized } from '../../i18n/use-language.ts';
import { useStores } from '../../stores/stores-context.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';
import { PresenceSwitch } from '../../ui/presence-switch.tsx';
import { useCount } from './use-count.ts';

const BREAK_REASONS = ['meal', 'rest', 'meeting', 'training'] as const;

type Wish = { readonly state: PresenceState; readonly reason: string | null };

function usePresenceEntries(chosen: Wish, onWish: (wish: Wish) => void): MenuEntry[] {
  const t = useText('rail');
  const choice = (wish: Wish, label: string): MenuEntry => ({
    kind: 'choice',
    id: `${wish.state} ${wish.reason ?? ''}`,
    label,
    isChosen: wish.state === chosen.state && wish.reason === chosen.reason,
    onSelect: () => onWish(wish),
  });
  return [
    choice({ state: 'accepting', reason: null }, t('accepting')),
    { kind: 'rule', id: 'breaks' },
    ...BREAK_REASONS.map((reason) => choice({ state: 'break', reason }, t('breakFor', { reason: t(`reasons.${reason}`) }))),
    { kind: 'rule', id: 'end' },
    choice({ state: 'off', reason: null }, t('off')),
  ];
}

/** What others see of the person, and the way to change it; the line to the server has the last word. */
export function PresenceMenu() {
  const t = useText('rail');
  const localized = useLocalized();
  const { bridge } = useDesk();
  const { toast } = useStores();
  const account = useApp((state) => state.account);
  const presence = useApp((state) => state.presence);
  const isLive = useIsLive();
  // Counted from the list, which is here, rather than asked of the server.
  const load = useCount(isInHand);
  const state = presence?.state ?? 'off';

  const wish = async (wanted: Wish): Promise<void> => {
    const answer = await bridge.command('presence.set', wanted);
    if (!answer.ok) toast.getState().show({ kind: 'failed', failure: answer.error });
  };
  const entries = usePresenceEntries({ state, reason: presence?.reason ?? null }, (wanted) => void wish(wanted));
  if (account === null) return null;
  return (
    <PresenceSwitch
      name={localized(account.name)}
      presence={isLive ? state : 'off'}
      label={isLive ? t(state) : t('cut')}
      load={t('load', { load, capacity: account.capacity })}
      entries={entries}
    />
  );
}
