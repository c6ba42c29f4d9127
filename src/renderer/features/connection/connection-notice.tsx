import { Ban } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { useApp, useAtTick } from '../../bridge/desk-context.tsx';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { formatClock } from '../../lib/duration.ts';
import { ConnectionStrip } from '../../ui/connection-strip.tsx';
import { Strip } from '../../ui/strip.tsx';

/** A blip shorter than this says nothing, in milliseconds: nothing blinks unless a person must know. */
const WORTH_SAYING = 2_000;

/** The line to the server in one sentence, while it is not simply up; `isShort` above the list, whole above the conversation. */
export function ConnectionNotice({ isShort }: { isShort: boolean }) {
  const t = useText('connection');
  const words = useCodeText();
  const { state, since, progress, failure } = useApp((app) => app.connection);
  const isLong = useAtTick((now) => now - since >= WORTH_SAYING);
  if (state === 'refused') return isShort ? null : <Strip tone="risk" icon={Ban}>{t('refused', { reason: words('error', failure?.code ?? 'INTERNAL') })}</Strip>;
  if (state === 'live' || !isLong) return null;
  if (state === 'catching-up') {
    const { done, of } = progress ?? { done: 0, of: 0 };
    const bar = of > 0 && !isShort ? { value: done / of, label: t('progress', { done, of }) } : undefined;
    return <ConnectionStrip state="catching-up" progress={bar}>{isShort || of === 0 ? t('catchingUpShort') : t('catchingUp', { done, of })}</ConnectionStrip>;
  }
  return <CutStrip since={since} isShort={isShort} />;
}

/** The clock is silent for screen readers: the strip is said once, not every second. */
function CutStrip({ since, isShort }: { since: number; isShort: boolean }) {
  const t = useText('connection');
  const clock = useAtTick((now) => formatClock(now - since));
  return (
    <ConnectionStrip state="offline">
      <span aria-hidden>{t(isShort ? 'offlineShort' : 'offline', { clock })}</span>
      <span className="sr-only">{t(isShort ? 'offlineShort' : 'offline', { clock: '' })}</span>
    </ConnectionStrip>
  );
}
