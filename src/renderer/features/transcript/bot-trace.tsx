import { useText } from '../../i18n/use-text.ts';
import type { BotTrace as Trace, Understanding } from '../../../shared/contracts/conversation-state.ts';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useLocalized } from '../../i18n/use-language.ts';
import { IntentPair } from '../../ui/intent-pair.tsx';
import type { TermRow } from '../../ui/term-list.tsx';
import { TraceBlock } from '../../ui/trace-block.tsx';
import { useOpenTraces } from './open-traces.tsx';

function Intents({ understood }: { understood: Understanding }) {
  const t = useText('transcript');
  const words = useCodeText();
  if (understood.intent === null || understood.abstained) return <>{t('trace.abstained')} {understood.runnersUp.map(({ label, confidence }) => <IntentPair key={label} label={words('intent', label)} value={confidence} />)}</>;
  return (
    <>
      <IntentPair label={words('intent', understood.intent)} value={understood.confidence} />
      {understood.runnersUp.map(({ label, confidence }) => <IntentPair key={label} label={words('intent', label)} value={confidence} />)}
    </>
  );
}

function Slots({ understood }: { understood: Understanding }) {
  const t = useText('transcript');
  const words = useCodeText();
  const known = Object.entries(understood.slots).map(([slot, value]) => `${words('slot', slot)} ${value}`);
  if (known.length + understood.missingSlots.length === 0) return t('trace.noSlots');
  return (
    <>
      {known.join(' · ')}
      {understood.missingSlots.map((slot) => <span key={slot} className="ms-1.5 text-risk">{t('trace.missing', { slot: words('slot', slot) })}</span>)}
    </>
  );
}

function Sources({ trace }: { trace: Trace }) {
  const t = useText('transcript');
  const localized = useLocalized();
  if (trace.sources.length === 0) return t('trace.noSource');
  return trace.sources.map(({ ref, label, version, path }) => (
    <span key={ref} className="me-2" title={ref}>
      {(path ?? []).map((step) => `${localized(step)} → `).join('')}
      {localized(label)} <span className="text-ink-muted">v{version}</span>
    </span>
  ));
}

/** Why the bot said what it said: what it understood of the message before, and what it answered from. */
export function BotTrace({ seq, trace, understood }: { seq: number; trace: Trace; understood: Understanding | null }) {
  const t = useText('transcript');
  const { isOpen, setOpen } = useOpenTraces(seq);
  const rows: TermRow[] = [
    ...(understood === null
      ? []
      : [
          { term: t('trace.intent'), content: <Intents understood={understood} /> },
          { term: t('trace.slots'), content: <Slots understood={understood} /> },
          { term: t('trace.mood'), content: understood.sentiment.toFixed(2) },
        ]),
    { term: t('trace.sources'), content: <Sources trace={trace} /> },
  ];
  return <TraceBlock title={t('trace.title', { milliseconds: Math.round(trace.milliseconds) })} isOpen={isOpen} onOpenChange={setOpen} rows={rows} />;
}
