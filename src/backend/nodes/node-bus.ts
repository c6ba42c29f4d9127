import type { NodeWord } from './node-word.ts';

/** The way between the nodes of one service. At most once, and nobody waits for it. */
export type NodeBus = {
  readonly tell: (word: NodeWord) => void;
  /** Words of other nodes, never one's own. */
  readonly onHeard: (listener: (word: NodeWord) => void) => void;
  readonly close: () => Promise<void>;
};

/** Of a node that is alone, or whose colleagues find out for themselves. */
export const SILENT_BUS: NodeBus = { tell: () => undefined, onHeard: () => undefined, close: async () => undefined };
