import { useMoments } from '../../i18n/use-moments.ts';

/** A moment as a message shows it: the clock, and all of it on hover. */
export function useMessageTime(): (at: number) => { text: string; dateTime: string; title: string } {
  const moments = useMoments();
  return (at) => ({ text: moments.time(at), dateTime: moments.iso(at), title: moments.exact(at) });
}
