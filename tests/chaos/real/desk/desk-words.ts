import type { OutboxEntry } from '../../../../src/shared/contracts/bridge/outbox.ts';
import type { ConversationState } from '../../../../src/shared/contracts/conversation-state.ts';
import type { ErrorCode } from '../../../../src/shared/contracts/errors.ts';
import type { InboxRow } from '../../../../src/shared/contracts/inbox.ts';
import type { AgentAct } from '../../simulation/steps.ts';

/** What a desk process is started with. */
export type DeskSetup = { readonly login: string; readonly password: string; readonly server: string; readonly folder: string; readonly notebook: string };

/** What a person can be told to do: to talk, to send a file, to act on the customer's order, to decide what a colleague asked for. */
export type DeskAct = AgentAct['act'] | 'file' | 'order' | 'decide';

/** What the person at a desk shall do. Words and ids are the driver's, so that it knows them whatever becomes of the desk. */
export type Order = {
  readonly kind: 'act';
  readonly act: DeskAct;
  readonly conversationId: string;
  readonly id: string;
  readonly text: string;
  /** Account of the colleague that a transfer goes to. */
  readonly to: string;
  /** Of a coupon, in minor units. */
  readonly amount: number;
};

export type ToDesk = Order | { readonly kind: 'reconnect' } | { readonly kind: 'report' };

/** Where a desk stands, told at every change. */
export type DeskStatus = { readonly isLive: boolean; readonly isWaiting: boolean; /** Why there is no line, if the service said. */ readonly code: ErrorCode | null; readonly heads: Readonly<Record<string, number>> };

/** All that a desk shows, at the end. */
export type DeskReport = {
  readonly accountId: string;
  readonly entries: readonly OutboxEntry[];
  readonly states: readonly ConversationState[];
  readonly rows: readonly InboxRow[];
  readonly drafts: Readonly<Record<string, string>>;
};

export type FromDesk =
  | { readonly kind: 'status'; readonly status: DeskStatus }
  | { readonly kind: 'report'; readonly report: DeskReport | null }
  /** Nobody could sign in, and why. */
  | { readonly kind: 'refused'; readonly code: ErrorCode };
