import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import type { VListHandle } from 'virtua';
import { useCommand, useScreen } from '../../stores/stores-context.tsx';
import type { ListEntry } from './list-entries.ts';

const isRow = (entry: ListEntry | undefined): entry is Extract<ListEntry, { kind: 'row' }> => entry?.kind === 'row';

/** The next row in a direction, from wherever the keys are now. */
function neighbourOf(entries: readonly ListEntry[], from: number, step: 1 | -1): string | null {
  for (let index = from + step; index >= 0 && index < entries.length; index += step) {
    const entry = entries[index];
    if (isRow(entry)) return entry.conversationId;
  }
  return null;
}

type Parts = { readonly entries: readonly ListEntry[]; readonly list: RefObject<VListHandle | null>; readonly frame: RefObject<HTMLElement | null> };

/** Arrows and J K go from row to row. The row they are on stays mounted wherever the list is scrolled. */
export function useListKeys({ entries, list, frame }: Parts) {
  const selected = useScreen((state) => state.selectedId);
  const askedCount = useScreen((state) => (state.focus.place === 'list' ? state.focus.count : 0));
  const [active, setActive] = useState<string | null>(null);
  const [focusCount, setFocusCount] = useState(0);
  const current = active ?? selected ?? entries.find(isRow)?.conversationId ?? null;
  const index = entries.findIndex((entry) => isRow(entry) && entry.conversationId === current);

  const move = (step: 1 | -1): void => {
    const next = neighbourOf(entries, index, step);
    if (next === null) return;
    setActive(next);
    setFocusCount((count) => count + 1);
  };
  useCommand('inbox.next', () => move(1));
  useCommand('inbox.previous', () => move(-1));
  useEffect(() => setActive(null), [selected]);
  useEffect(() => {
    if (focusCount + askedCount === 0 || current === null) return;
    list.current?.scrollToIndex(index, { align: 'nearest' });
    frame.current?.querySelector<HTMLElement>(`[data-conversation="${current}"]`)?.focus({ preventScroll: true });
    // oxlint-disable-next-line react/exhaustive-deps -- only a request moves the focus, not a row that moved
  }, [focusCount, askedCount]);

  const handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  };
  return { tabStop: current, tabStopIndex: index, handleKeyDown };
}
