import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Chat } from '../channel/chat.ts';
import type { Shelf } from '../channel/shelf.ts';
import type { Texts } from '../texts/texts.ts';

/** What every part of the page works with. */
export type Page = {
  readonly chat: Chat;
  readonly texts: Texts;
  readonly shelf: Shelf;
  /** UTC epoch milliseconds. */
  readonly now: () => number;
};

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('a part of the page was painted outside of it');
  return page;
}
