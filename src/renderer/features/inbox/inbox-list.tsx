import { useRef, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { VList, type VListHandle } from 'virtua';
import { cn } from '../../lib/cn.ts';
import type { SectionId } from '../../stores/screen-store.ts';
import { useScreen, useStores } from '../../stores/stores-context.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import { AgeOfOldest } from './age-of-oldest.tsx';
import { InboxRow } from './inbox-row.tsx';
import type { ListEntry } from './list-entries.ts';
import { useListKeys } from './use-list-keys.ts';

/** The section that the top of the view is in, once its own head has scrolled away. */
function sectionAt(entries: readonly ListEntry[], index: number): Extract<ListEntry, { kind: 'head' }> | null {
  const here = entries[index];
  if (here === undefined || here.kind === 'head') return null;
  return entries.find((entry) => entry.kind === 'head' && entry.section === here.section) as Extract<ListEntry, { kind: 'head' }>;
}

/** The list itself, virtual from the first row: ten thousand conversations cost what ten cost. */
export function InboxList({ entries }: { entries: readonly ListEntry[] }) {
  const list = useRef<VListHandle>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const { tabStop, tabStopIndex, handleKeyDown } = useListKeys({ entries, list, frame });
  const pinned = sectionAt(entries, top);
  return (
    <div ref={frame} role="presentation" onKeyDown={handleKeyDown} className="relative min-h-0 flex-1">
      {pinned !== null && <div className="absolute inset-x-0 top-0 z-(--z-sticky) border-b border-line"><Head section={pinned.section} count={pinned.count} /></div>}
      <VList
        ref={list}
        data={entries}
        keepMounted={tabStopIndex < 0 ? [] : [tabStopIndex]}
        className="scroll-thin"
        onScroll={(offset) => setTop(list.current?.findItemIndex(offset) ?? 0)}
      >
        {(entry) => <Entry key={entry.key} entry={entry} isTabStop={entry.key === tabStop} />}
      </VList>
    </div>
  );
}

function Entry({ entry, isTabStop }: { entry: ListEntry; isTabStop: boolean }) {
  const t = useText('inbox');
  if (entry.kind === 'head') return <div className={cn(entry.section !== 'now' && 'border-t border-line')}><Head section={entry.section} count={entry.count} /></div>;
  const { isEntryBefore, conversationId, section } = entry;
  return (
    <div className="relative">
      {isEntryBefore && <span title={t('enters')} className="absolute inset-x-0 -top-px z-(--z-sticky) h-0.5 bg-accent" />}
      <InboxRow conversationId={conversationId} section={section} isTabStop={isTabStop} />
    </div>
  );
}

function Head({ section, count }: { section: SectionId; count: number }) {
  const t = useText('inbox');
  const { screen } = useStores();
  const isOpen = useScreen((state) => !state.folded.has(section));
  const end = section === 'now' ? t('byUrgency') : section === 'queue' ? <AgeOfOldest /> : undefined;
  return (
    <SectionHead
      title={t(`sections.${section}`)}
      count={count}
      isOpen={isOpen}
      isUrgent={section === 'now'}
      onOpenChange={(open) => screen.getState().fold(section, !open)}
      end={end}
    />
  );
}
