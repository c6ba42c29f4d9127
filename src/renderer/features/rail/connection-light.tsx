import { useText } from '../../i18n/use-text.ts';
import type { Connection } from '../../../shared/contracts/bridge/app-state.ts';
import { useApp, useAtTick } from '../../bridge/desk-context.tsx';
import { useAge } from '../../i18n/use-age.ts';
import { formatClock } from '../../lib/duration.ts';
import { ConnectionLamp } from '../../ui/connection-lamp.tsx';

const LAMPS = { live: 'live', 'catching-up': 'slow', connecting: 'slow', offline: 'down', refused: 'down' } as const satisfies Record<Connection['state'], string>;

/** Whether what is on the screen is now: the age of the server's last word, or how long the line has been cut. */
export function ConnectionLight() {
  const t = useText('rail');
  const age = useAge();
  const { state: current, since, lastHeardAt } = useApp((app) => app.connection);
  // Every try to get a lost line back is still the cut: the lamp doesn't blink for it.
  const state = current === 'connecting' && lastHeardAt !== null ? 'offline' : current;
  const heard = useAtTick((now) => (lastHeardAt === null ? '' : age(now - lastHeardAt)));
  const cut = useAtTick((now) => formatClock(now - since));
  const isCut = LAMPS[state] === 'down';
  const texts = { live: heard, 'catching-up': t('catchingUp'), connecting: t('connecting'), offline: t('cutFor', { clock: cut }), refused: t('refused') };
  const liveTitle = heard === '' ? t('lampNew') : t('lampLive', { age: heard });
  return <ConnectionLamp state={LAMPS[state]} text={texts[state]} title={isCut ? t('lampCut', { age: cut }) : liveTitle} />;
}
