import type { ServerWord } from '../shared/contracts/server-word.ts';

/** The program that started this one, if one did: an Electron utility process has a port, a forked child a channel. */
export type ParentLink = { readonly tell: (word: ServerWord) => void; readonly onGone: (leave: () => void) => void };

type ParentPort = { readonly postMessage: (word: ServerWord) => void };

const hasPort = (from: object): from is { readonly parentPort: ParentPort } => 'parentPort' in from && typeof from.parentPort === 'object' && from.parentPort !== null;

/** Finds the parent. Electron ends its utility processes itself, so only a channel can be seen to close. */
export function findParent(from: NodeJS.Process): ParentLink | null {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port between processes has no origins
  if (hasPort(from)) return { tell: (word) => from.parentPort.postMessage(word), onGone: () => undefined };
  if (from.send === undefined) return null;
  return {
    tell: (word) => void from.send?.(word),
    onGone: (leave) => void from.once('disconnect', leave),
  };
}
