import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { ComposerMode } from '../../stores/screen-store.ts';
import type { ReplyRight } from './use-composer-mode.ts';

const WORDS = { 'not-mine': 'blockNotMine', resolved: 'blockResolved', adding: 'blockAdding' } as const;

/** Why what is written can't go now; it stays where it is meanwhile. */
export type SendBlock = keyof typeof WORDS;

/** What stands in the way of sending, or null. */
export function blockOf({ mode, right, isAdding }: { mode: ComposerMode; right: ReplyRight; isAdding: boolean }): SendBlock | null {
  if (mode === 'reply' && right !== 'yes') return right;
  return isAdding ? 'adding' : null;
}

/** The block as a sentence, for the line and for the send key. */
export function useBlockText(block: SendBlock | null): string | undefined {
  const t = useText('composer');
  return block === null ? undefined : t(WORDS[block]);
}

/** Refuses to send while something stands in the way, and counts how often that was tried. */
export function useRefusals(block: SendBlock | null, send: () => void): { submit: () => void; refusals: number } {
  const [tried, setTried] = useState<{ block: SendBlock | null; count: number }>({ block, count: 0 });
  if (tried.block !== block) setTried({ block, count: 0 });
  return { submit: () => (block === null ? send() : setTried({ block, count: tried.count + 1 })), refusals: tried.count };
}

/**
 * Says why nothing goes; said aloud again with each try, hence a new line for each. Of files under way, which show themselves,
 * only to whoever tries.
 */
export function SendBlockNote({ block, refusals }: { block: SendBlock | null; refusals: number }) {
  const words = useBlockText(block);
  if (words === undefined || (block === 'adding' && refusals === 0)) return null;
  return <p key={refusals} role="alert" className="mx-auto w-full max-w-240 px-4 pt-2 text-12 text-waiting">{words}</p>;
}
