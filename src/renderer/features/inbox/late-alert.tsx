import { useText } from '../../i18n/use-text.ts';
import { useApp, useAtTick } from '../../bridge/desk-context.tsx';
import { needsMe } from '../../bridge/inbox-facts.ts';
import { useChordCap } from '../../bridge/use-chord-cap.ts';
import { isLate } from '../../bridge/wait-thresholds.ts';
import { useInbox } from '../../bridge/workspace-context.tsx';
import type { InboxRow } from '../../../shared/contracts/inbox.ts';
import { formatClock } from '../../lib/duration.ts';
import { useCommand, useStores } from '../../stores/stores-context.tsx';
import { MergedAlert } from '../../ui/merged-alert.tsx';
import { useLateSound } from './use-late-sound.ts';

/** The customers of mine who wait, the longest first. */
function useWaiting(): readonly InboxRow[] {
  const me = useApp((state) => state.account?.id ?? '');
  const rows = useInbox((inbox) => inbox.rows);
  const now = Number.POSITIVE_INFINITY;
  return [...rows.values()].filter((row) => needsMe(row, { me, now })).toSorted((left, right) => (left.waitingSince ?? 0) - (right.waitingSince ?? 0));
}

/** All late conversations in one alert, and the way to the longest wait. */
export function LateAlert({ onJump }: { onJump: () => void }) {
  const t = useText('inbox');
  const { screen } = useStores();
  const cap = useChordCap();
  const isLive = useApp((state) => state.connection.state === 'live');
  const waiting = useWaiting();
  const longest = waiting[0];
  const lateCount = useAtTick((now) => waiting.filter((row) => isLate(row, now)).length);
  useLateSound(lateCount);
  const jump = (): void => {
    if (longest === undefined) return;
    screen.getState().select(longest.conversationId);
    screen.getState().askFocus('composer');
    onJump();
  };
  useCommand('inbox.longest-wait', longest === undefined ? null : jump);
  if (lateCount === 0 || longest === undefined || !isLive) return null;
  return (
    <MergedAlert jumpLabel={t('jump')} jumpCap={cap('inbox.longest-wait')} onJump={jump}>
      {t('late', { count: lateCount })}
      <LongestWait since={longest.waitingSince ?? 0} />
    </MergedAlert>
  );
}

/** Silent for screen readers: the alert speaks when its count changes, not every second. */
function LongestWait({ since }: { since: number }) {
  const t = useText('inbox');
  const clock = useAtTick((now) => formatClock(now - since));
  return <span aria-hidden>{t('lateLongest', { clock })}</span>;
}
