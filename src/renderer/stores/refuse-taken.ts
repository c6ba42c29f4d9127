import type { Stores } from './stores.ts';

/** Says so, and is true, where another window has the composer: what is put into a draft here would never be saved, and be sent from here. */
export function refuseTaken({ composer, toast }: Pick<Stores, 'composer' | 'toast'>, conversationId: string): boolean {
  const isTaken = composer.getState().taken[conversationId] === true;
  if (isTaken) toast.getState().show({ kind: 'failed', failure: { code: 'COMPOSER_TAKEN' } });
  return isTaken;
}
