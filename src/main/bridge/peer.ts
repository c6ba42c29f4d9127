import type { BridgeMessage } from '../../shared/contracts/bridge/channels.ts';

/** `focused`: before a person's eyes; `visible`: on a screen, perhaps beside other work; `hidden`: nobody sees it. */
export type Attention = 'focused' | 'visible' | 'hidden';

/** A window, as far as the bridge knows it. */
export type Peer = {
  /** Unique among all windows of this run. */
  readonly id: string;
  readonly send: (messages: readonly BridgeMessage[]) => void;
  readonly attention: () => Attention;
};

/** Who a call came from, as the transport saw it. */
export type Caller = { readonly peer: Peer; readonly origin: string | null; readonly isMainFrame: boolean };
