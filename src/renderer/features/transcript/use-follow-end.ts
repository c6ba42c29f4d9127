import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { VListHandle } from 'virtua';

/** This close to the end counts as at it, in pixels. */
const AT_END = 24;

type Parts = {
  readonly list: RefObject<VListHandle | null>;
  readonly rowCount: number;
  /** Highest seq among what is drawn. */
  readonly lastSeq: number;
  /** Grows when the person said something: then the end is where they want to be. */
  readonly ownCount: number;
};

type FollowEnd = {
  readonly isAtEnd: boolean;
  /** Highest seq that was drawn when the end was last in sight. */
  readonly seenEndSeq: number;
  readonly handleScroll: (offset: number) => void;
  readonly handleResize: () => void;
  readonly toEnd: () => void;
};

const isNearEnd = (handle: VListHandle, offset: number): boolean => handle.scrollSize - handle.viewportSize - offset <= AT_END;

/**
 * Keeps to the end of the transcript as long as the person is there. Only scrolling up leaves the end: rows that are
 * measured late move the offset too, and must not be taken for a hand.
 */
export function useFollowEnd({ list, rowCount, lastSeq, ownCount }: Parts): FollowEnd {
  const [isAtEnd, setIsAtEnd] = useState(true);
  const [seenEndSeq, setSeenEndSeq] = useState(lastSeq);
  const follows = useRef(true);
  const lastOffset = useRef(0);
  const lastSize = useRef(0);
  if (isAtEnd && seenEndSeq !== lastSeq) setSeenEndSeq(lastSeq);

  const handleScroll = (offset: number): void => {
    const handle = list.current;
    if (handle === null) return;
    const isHandUp = offset < lastOffset.current - 1 && handle.scrollSize === lastSize.current;
    if (isNearEnd(handle, offset)) follows.current = true;
    else if (isHandUp) follows.current = false;
    lastOffset.current = offset;
    lastSize.current = handle.scrollSize;
    setIsAtEnd(follows.current);
  };
  const handleResize = (): void => {
    const handle = list.current;
    if (handle === null) return;
    // A view that grows at its end pulls the offset along before its new size is known, and that looked like a hand.
    if (isNearEnd(handle, handle.scrollOffset)) follows.current = true;
    if (follows.current) handle.scrollToIndex(rowCount - 1, { align: 'end' });
    setIsAtEnd(follows.current);
  };
  const toEnd = (): void => {
    follows.current = true;
    setIsAtEnd(true);
    handleResize();
  };
  const knownOwn = useRef(ownCount);
  useLayoutEffect(() => {
    if (ownCount > knownOwn.current) follows.current = true;
    knownOwn.current = ownCount;
    if (follows.current) list.current?.scrollToIndex(rowCount - 1, { align: 'end' });
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- lastSeq stands for what is drawn: a row that grew moves the end too
  }, [list, ownCount, rowCount, lastSeq]);
  return { isAtEnd, seenEndSeq, handleScroll, handleResize, toEnd };
}
