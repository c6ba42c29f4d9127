import { useMemo, useState, type FocusEvent } from 'react';
import { useAtTick, useDesk } from '../../bridge/desk-context.tsx';
import { useViewer } from '../../bridge/use-viewer.ts';
import { useInbox } from '../../bridge/workspace-context.tsx';
import { useScreen } from '../../stores/stores-context.tsx';
import { arrangeSections, type Arrangement } from './arrange-sections.ts';
import { heldOrder, released } from './hold-order.ts';
import { listEntries, type ListEntry } from './list-entries.ts';

/** Urgency grows with the wait; the list is arranged anew this often even when nothing else happens, in milliseconds. */
const REARRANGE_EVERY = 5_000;

function useWantedArrangement(): Arrangement {
  const { tick } = useDesk();
  const viewer = useViewer();
  const rows = useInbox((inbox) => inbox.rows);
  const beat = useAtTick((now) => Math.floor(now / REARRANGE_EVERY));
  // oxlint-disable-next-line react/exhaustive-deps -- the beat stands for the time, which is read when it steps
  return useMemo(() => arrangeSections(rows.values(), { ...viewer, now: tick.now() }), [rows, viewer, beat, tick]);
}

type HeldList = {
  readonly entries: readonly ListEntry[];
  /** Lets the rows go where they want to be, hand or not. */
  readonly release: () => void;
  /** For the element around the list: notices the pointer and the focus. */
  readonly hand: {
    readonly onPointerEnter: () => void;
    readonly onPointerLeave: () => void;
    readonly onFocus: () => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
};

/** The list's lines: as arranged while nobody's hand is on it, as they stood while one is. */
export function useHeldList(): HeldList {
  const wanted = useWantedArrangement();
  const folded = useScreen((state) => state.folded);
  const [isPointed, setIsPointed] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  const [shown, setShown] = useState(wanted);
  const isHeld = isPointed || isFocused;
  if (!isHeld && shown !== wanted) setShown(wanted);
  const held = isHeld ? heldOrder(shown, wanted) : released(wanted);
  const hand = {
    onPointerEnter: () => setIsPointed(true),
    onPointerLeave: () => setIsPointed(false),
    onFocus: () => setIsFocused(true),
    onBlur: (event: FocusEvent) => setIsFocused(event.currentTarget.contains(event.relatedTarget)),
  };
  return { entries: listEntries(held, folded), release: () => setShown(wanted), hand };
}
