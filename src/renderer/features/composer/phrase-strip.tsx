import { useText } from '../../i18n/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { GuardStrip } from '../../ui/guard-strip.tsx';
import type { PhraseGuard } from './use-phrase-guard.ts';

const LEVELS = { block: 'stop', confirm: 'confirm', hint: 'hint' } as const;

/** What the guard says of the reply above: the gravest objection, why, and what would be better. */
export function PhraseStrip({ guard: { objections, isAsked, keep } }: { guard: PhraseGuard }) {
  const t = useText('composer');
  const words = useText('codes');
  const [first, ...others] = objections;
  if (!first) return null;
  const { level, rule, advice } = first;
  const actions = level === 'confirm' ? <Button size="small" tone="quiet" onClick={keep}>{t('guardKeep')}</Button> : undefined;
  return (
    <GuardStrip level={LEVELS[level]} title={words(`phraseRule.${rule}`)} actions={actions}>
      {isAsked && level === 'confirm' ? t('guardAgain') : advice} {others.length > 0 && <span className="text-ink-muted">{t('guardMore', { count: others.length })}</span>}
    </GuardStrip>
  );
}
