import { ClipboardList, FileText, MessagesSquare, ReceiptText, Waypoints } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { Source, Suggestion } from '../../../shared/contracts/assist.ts';
import type { SuggestionSet } from '../../../shared/contracts/conversation-state.ts';
import { useApp } from '../../bridge/desk-context.tsx';
import { useChordCap } from '../../bridge/use-chord-cap.ts';
import { useHead } from '../../bridge/workspace-context.tsx';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useLocalized } from '../../i18n/use-language.ts';
import { draftKey } from '../../stores/composer-store.ts';
import { useCommand, useComposer } from '../../stores/stores-context.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { SuggestionCard } from '../../ui/suggestion-card.tsx';
import { SuggestionDock } from '../../ui/suggestion-dock.tsx';
import { TextAction } from '../../ui/text-action.tsx';
import { useShownSet } from './use-shown-set.ts';
import { useSuggestionActs } from './use-suggestion-acts.ts';

const SOURCE_ICONS = { article: FileText, graph: Waypoints, order: ReceiptText, packet: ClipboardList, reply: MessagesSquare } as const satisfies Record<Source['kind'], unknown>;
/** What is known by its edition; an order's version is a word of its shop. */
const VERSIONED: ReadonlySet<Source['kind']> = new Set(['article', 'graph']);
const CHORDS = ['suggestion.first', 'suggestion.second', 'suggestion.third'] as const;

/** How fresh the suggestions are; or that there are none, in one quiet line. */
function useDockNote(conversationId: string, shown: SuggestionSet | null): string {
  const t = useText('suggestions');
  const isLive = useApp((state) => state.connection.state === 'live');
  const isAsked = useHead(conversationId, (head) => head.lastCustomerSeq >= head.lastPublicSeq);
  if (shown === null) return isAsked ? t('none') : t('answered');
  return isLive ? t('fresh', { milliseconds: Math.round(shown.milliseconds) }) : t('offline');
}

/** What might be said next, each with its sources; two keys send one. Only the owner of the conversation has it. */
export function Suggestions({ conversationId }: { conversationId: string }) {
  const me = useApp((state) => state.account?.id);
  const isMine = useHead(conversationId, ({ holder, episode }) => episode.status === 'open' && holder.kind === 'agent' && holder.agentId === me);
  return isMine ? <Dock conversationId={conversationId} /> : null;
}

function Dock({ conversationId }: { conversationId: string }) {
  const t = useText('suggestions');
  const cap = useChordCap();
  const shown = useShownSet(useHead(conversationId, (head) => head.suggestions));
  const note = useDockNote(conversationId, shown);
  const { insert, refuseAll } = useSuggestionActs(conversationId, shown);
  const [refused, setRefused] = useState<string | null>(null);
  const isRefused = shown !== null && refused === shown.setId;
  const refuse = (): void => {
    refuseAll();
    setRefused(shown?.setId ?? null);
  };
  useCommand('suggestion.none-fits', shown === null || isRefused ? null : refuse);
  const end = shown !== null && (
    <>
      <span>{t('insert')} <KeyCap>{t('keys')}</KeyCap></span>
      {isRefused ? <span>{t('said')}</span> : <TextAction onClick={refuse}>{t('noneFits')} <KeyCap>{cap('suggestion.none-fits')}</KeyCap></TextAction>}
    </>
  );
  return (
    <SuggestionDock title={t('title')} note={note} end={end}>
      {shown?.items.map((item, index) => <Card key={item.suggestionId} conversationId={conversationId} set={shown} item={item} index={index} onInsert={() => insert(index)} />)}
    </SuggestionDock>
  );
}

interface CardProps {
  conversationId: string;
  set: SuggestionSet;
  item: Suggestion;
  index: number;
  onInsert: () => void;
}

function Card({ conversationId, set, item, index, onInsert }: CardProps) {
  const t = useText('suggestions');
  const words = useCodeText();
  const localized = useLocalized();
  const cap = useChordCap();
  const isChosen = useComposer((state) => state.drafts[draftKey(conversationId, 'reply')]?.suggestion?.suggestionId === item.suggestionId);
  const parts = Object.entries(item.parts).map(([name, value]) => `${words('suggestionPart', name)} ${value.toFixed(2)}`);
  return (
    <SuggestionCard
      cap={cap(CHORDS[index] ?? 'suggestion.third')}
      title={localized(item.title)}
      text={set.texts[item.suggestionId] ?? ''}
      confidence={{ value: item.confidence, title: [t('confidence'), ...parts].join('\n') }}
      sources={item.sources.map((source) => ({ id: source.ref, icon: SOURCE_ICONS[source.kind], label: localized(source.label), version: VERSIONED.has(source.kind) ? `v${source.version}` : undefined }))}
      isChosen={isChosen}
      withdrawnBecause={set.withdrawn === null ? undefined : t('withdrawn', { why: words('withdrawn', set.withdrawn) })}
      onInsert={onInsert}
    />
  );
}
