import { useLocation } from '@tanstack/react-router';
import { Inbox, Settings2 } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { asksMe, needsMe } from '../../bridge/inbox-facts.ts';
import { RailItem } from '../../ui/rail-item.tsx';
import { Rail } from '../../ui/rail.tsx';
import { ConnectionLight } from './connection-light.tsx';
import { PresenceMenu } from './presence-menu.tsx';
import { useCount } from './use-count.ts';

/** The way between the modules that there are. */
export function DeskRail() {
  const t = useText('rail');
  const path = useLocation({ select: (location) => location.pathname });
  const needy = useCount((row, viewer) => needsMe(row, viewer) || asksMe(row, viewer));
  const count = needy === 0 ? undefined : { value: needy, label: t('waiting', { count: needy }) };
  const foot = (
    <>
      <PresenceMenu />
      <ConnectionLight />
    </>
  );
  return (
    <Rail label={t('label')} foot={foot}>
      <RailItem href="#/" icon={Inbox} label={t('desk')} isCurrent={path === '/'} count={count} />
      <RailItem href="#/settings" icon={Settings2} label={t('settings')} isCurrent={path === '/settings'} />
    </Rail>
  );
}
