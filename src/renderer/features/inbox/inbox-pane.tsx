import { Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useChordCap } from '../../bridge/use-chord-cap.ts';
import { useInbox } from '../../bridge/workspace-context.tsx';
import { useCommand, useStores } from '../../stores/stores-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { Pane, PaneHead } from '../../ui/pane.tsx';
import { ConversationRowSkeleton } from '../../ui/skeleton.tsx';
import { InboxList } from './inbox-list.tsx';
import { LateAlert } from './late-alert.tsx';
import { useHeldList } from './use-held-list.ts';

/** Everybody who needs an answer, the most urgent first. `notice` is the line to the server, when it has something to say. */
export function InboxPane({ notice, className }: { notice: ReactNode; className?: string }) {
  const t = useText('inbox');
  const { screen } = useStores();
  const { entries, release, hand } = useHeldList();
  useCommand('inbox.focus', () => screen.getState().askFocus('list'));
  return (
    <Pane label={t('label')} tone="side" className={className}>
      <PaneHead><SearchDoor /></PaneHead>
      {notice}
      <LateAlert onJump={release} />
      <div role="presentation" data-pane="list" className="flex min-h-0 flex-1 flex-col" {...hand}>
        <ListBody entries={entries} />
      </div>
    </Pane>
  );
}

function ListBody({ entries }: { entries: ReturnType<typeof useHeldList>['entries'] }) {
  const t = useText('inbox');
  const isLoaded = useInbox((inbox) => inbox.isLoaded);
  if (!isLoaded) return ['first', 'second', 'third', 'fourth'].map((key) => <ConversationRowSkeleton key={key} />);
  if (!entries.some((entry) => entry.kind === 'row') && entries.every((entry) => entry.kind === 'head' && entry.count === 0)) {
    return <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>;
  }
  return <InboxList entries={entries} />;
}

/** Looks like a search field and opens the palette, which searches. */
function SearchDoor() {
  const t = useText('inbox');
  const { screen } = useStores();
  const cap = useChordCap();
  return (
    <button
      type="button"
      onClick={() => screen.getState().openDialog({ kind: 'palette' })}
      className="flex h-7 w-full items-center gap-1.5 rounded-control border border-line-control bg-surface px-2 text-ink-muted hover:border-ink-muted"
    >
      <Icon of={Search} size="s" />
      <span className="cut grow text-start">{t('search')}</span>
      <KeyCap>{cap('palette.open')}</KeyCap>
    </button>
  );
}
