import { useLayoutEffect, useRef, useState } from 'preact/hooks';

const NEAR_END_PX = 24;

/**
 * The scroller runs bottom up (`column-reverse`), so that its end is at 0 and the browser itself keeps it there while things
 * grow. This tells whether the reader is at the end, and how much came while they were not.
 */
export function useFollowEnd(count: number, ownCount: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const [seen, setSeen] = useState(count);

  const toEnd = () => scroller.current?.scrollTo({ top: 0 });
  const handleScroll = () => setIsAtEnd((scroller.current?.scrollTop ?? 0) > -NEAR_END_PX);

  useLayoutEffect(() => {
    if (isAtEnd) setSeen(count);
  }, [count, isAtEnd]);

  // Who writes wants to see what they wrote.
  useLayoutEffect(() => {
    if (ownCount > 0) scroller.current?.scrollTo({ top: 0 });
  }, [ownCount]);

  return { scroller, isAtEnd, unseen: Math.max(0, count - seen), handleScroll, toEnd };
}
