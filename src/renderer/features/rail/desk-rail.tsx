import { useLocation } from '@tanstack/react-router';
import { Inbox, Settings2 } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { useApp, useAtTick } from '../../bridge/desk-context.tsx';
import { needsMe } from '../../bridge/inbox-facts.ts';
import { useInbox } from '../../bridge/workspace-context.tsx';
import { RailItem } from '../../ui/rail-item.tsx';
import { Rail } from '../../ui/rail.tsx';
import { ConnectionLight } from './connection-light.tsx';
import { PresenceMenu } from './presence-menu.tsx';

function useNeedyCount(): number {
  const me = useApp((state) => state.account?.id ?? '');
  const rows = useInbox((inbox) => inbox.rows);
  return useAtTick((now) => {
    let count = 0;
    for (const row of rows.values()) if (needsMe(row, { me, now })) count += 1;
    return count;
  });
}

/** The way between the modules that there are. */
export function DeskRail() {
  const t = useText('rail');
  const path = useLocation({ select: (location) => location.pathname });
  const needy = useNeedyCount();
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
