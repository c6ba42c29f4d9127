import { Ban } from 'lucide-react';
import type { ErrorCode } from '../../../shared/contracts/errors.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApp, useAtTick, useDesk } from '../../bridge/desk-context.tsx';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { formatClock } from '../../lib/duration.ts';
import { ConnectionStrip } from '../../ui/connection-strip.tsx';
import { Strip } from '../../ui/strip.tsx';
import { TextAction } from '../../ui/text-action.tsx';

/** A blip shorter than this says nothing, in milliseconds: nothing blinks unless a person must know. */
const WORTH_SAYING = 2_000;

/** The line to the server in one sentence, while it is not simply up; `isShort` above the list, whole above the conversation. */
export function ConnectionNotice({ isShort }: { isShort: boolean }) {
  const t = useText('connection');
  const { state, since, progress, failure } = useApp((app) => app.connection);
  const isLong = useAtTick((now) => now - since >= WORTH_SAYING);
  if (state === 'refused') return isShort ? null : <RefusedStrip code={failure?.code ?? 'INTERNAL'} />;
  if (state === 'live' || !isLong) return null;
  if (state === 'catching-up') {
    const { done, of } = progress ?? { done: 0, of: 0 };
    const bar = of > 0 && !isShort ? { value: done / of, label: t('progress', { done, of }) } : undefined;
    return <ConnectionStrip state="catching-up" progress={bar}>{isShort || of === 0 ? t('catchingUpShort') : t('catchingUp', { done, of })}</ConnectionStrip>;
  }
  return <CutStrip since={since} isShort={isShort} />;
}

/** Refused for good, until a person wants it otherwise. */
function RefusedStrip({ code }: { code: ErrorCode }) {
  const t = useText('connection');
  const words = useCodeText();
  return (
    <Strip tone="risk" icon={Ban} end={<Retry>{t(code === 'SESSION_FENCED' ? 'useHere' : 'tryNow')}</Retry>}>
      {t('refused', { reason: words('error', code) })}
    </Strip>
  );
}

function Retry({ children }: { children: string }) {
  const { bridge } = useDesk();
  return <TextAction onClick={() => void bridge.command('connection.retry', null)}>{children}</TextAction>;
}

/** The clock is silent for screen readers: the strip is said once, not every second. */
function CutStrip({ since, isShort }: { since: number; isShort: boolean }) {
  const t = useText('connection');
  const clock = useAtTick((now) => formatClock(now - since));
  return (
    <ConnectionStrip state="offline" end={isShort ? undefined : <Retry>{t('tryNow')}</Retry>}>
      <span aria-hidden>{t(isShort ? 'offlineShort' : 'offline', { clock })}</span>
      <span className="sr-only">{t(isShort ? 'offlineShort' : 'offline', { clock: '' })}</span>
    </ConnectionStrip>
  );
}
