import { Save } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { useChordCap } from '../../bridge/use-chord-cap.ts';
import { useOutboxActs } from '../../bridge/use-outbox-acts.ts';
import { useReady } from '../../bridge/workspace-context.tsx';
import { useCommand, useStores } from '../../stores/stores-context.tsx';
import { AlertDialog } from '../../ui/alert-dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { sharedWords } from './shared-words.ts';
import { StaleChange } from './stale-change.tsx';
import { findStale, wordsOf, type StaleAct } from './stale-entry.ts';

/** Opens for an act of this conversation that was stopped because things changed; nothing is sent until a person decides. */
export function StaleDialog({ conversationId }: { conversationId: string }) {
  const entries = useReady(conversationId, (mirror) => mirror.entries);
  const stale = findStale(entries, conversationId);
  return stale === null ? null : <OpenStaleDialog key={stale.entry.id} conversationId={conversationId} stale={stale} />;
}

function OpenStaleDialog({ conversationId, stale }: { conversationId: string; stale: StaleAct }) {
  const t = useText('stale');
  const cap = useChordCap();
  const { screen } = useStores();
  const { edit, resend, drop } = useOutboxActs(conversationId);
  const { entry, events, lastSeq } = stale;
  const pending = useReady(conversationId, (mirror) => mirror.displayed.pending).find((item) => item.id === entry.id);
  const ownText = pending?.text ?? '';
  const goBack = (): void => {
    if (pending === undefined) void drop(entry.id);
    else void edit(pending);
  };
  // The same act, with what the dialogue has shown as seen: there is no other force.
  const goAhead = (): void => {
    void resend(entry.id, lastSeq);
    screen.getState().askFocus('composer');
  };
  useCommand('stale.send-anyway', goAhead);
  const isMessage = pending !== undefined;
  return (
    <AlertDialog
      isOpen
      width="stale"
      title={t(isMessage ? 'title.message' : 'title.act')}
      description={t('seen', { seen: entry.seenSeq, now: lastSeq })}
      note={isMessage && <><Icon of={Save} size="xs" /> {t('kept')}</>}
      safe={{ label: t('back'), cap: '↵', onChoose: goBack }}
      act={{ label: t(isMessage ? 'anyway' : 'anywayAct'), cap: cap('stale.send-anyway'), tone: 'quiet', onChoose: goAhead }}
    >
      <ul>{events.map((event) => <StaleChange key={event.id} event={event} ownText={ownText} />)}</ul>
      {isMessage ? <OwnWords text={ownText} others={events.map((event) => wordsOf(event) ?? '')} /> : <OwnAct type={entry.type} />}
    </AlertDialog>
  );
}

function OwnWords({ text, others }: { text: string; others: readonly string[] }) {
  const t = useText('stale');
  const spans = sharedWords(text, others, 'guard');
  return (
    <div className="border-t border-line bg-surface-sunken px-5 py-2.5">
      <div className="text-12 text-ink-muted">{t('yours')}</div>
      <p className="text-14 whitespace-pre-wrap"><MarkedText text={text} spans={spans} /></p>
      {spans.length > 0 && <div className="mt-1 text-12 text-waiting">{t('shared')}</div>}
    </div>
  );
}

function OwnAct({ type }: { type: string }) {
  const t = useText('stale');
  const known = type === 'episode.resolve' || type === 'conversation.transfer' ? type : 'other';
  return <p className="border-t border-line bg-surface-sunken px-5 py-2.5">{t(`acts.${known}`)}</p>;
}
