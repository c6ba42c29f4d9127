import { idSchema } from '../../shared/contracts/basics.ts';

export const DEEP_LINK_SCHEME = 'baton';

/** What an address of ours, from a mail or a notice, asks for. */
export type DeepLink = { readonly kind: 'conversation'; readonly conversationId: string } | { readonly kind: 'unknown' };

const CONVERSATION = /^\/([^/]+)\/?$/;

/** Reads `baton://conversation/<id>`; whatever else it is, is unknown and does nothing. */
export function parseDeepLink(address: string): DeepLink {
  const url = URL.parse(address);
  if (url?.protocol !== `${DEEP_LINK_SCHEME}:` || url.host !== 'conversation') return { kind: 'unknown' };
  const id = idSchema.safeParse(CONVERSATION.exec(url.pathname)?.[1]);
  return id.success ? { kind: 'conversation', conversationId: id.data } : { kind: 'unknown' };
}

/** The first address of ours on a command line, or null. */
export const deepLinkIn = (commandLine: readonly string[]): string | null => commandLine.find((word) => word.startsWith(`${DEEP_LINK_SCHEME}://`)) ?? null;
