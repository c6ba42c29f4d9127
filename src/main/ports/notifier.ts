/** What lay on this machine's disk and can't be read any more. */
export type TroubleCode = 'JOURNAL_CORRUPT' | 'WORK_CORRUPT';

/** Something a person should know though they may be looking elsewhere. Words are made from it where it is shown. */
export type Notice =
  | { readonly kind: 'assigned'; readonly conversationId: string; readonly customer: string; readonly text: string | null }
  | { readonly kind: 'customer-wrote'; readonly conversationId: string; readonly customer: string; readonly text: string | null; readonly unread: number }
  | { readonly kind: 'approval'; readonly conversationId: string; readonly customer: string }
  | { readonly kind: 'waiting'; readonly conversationId: string; readonly customer: string; readonly count: number; readonly since: number }
  | { readonly kind: 'trouble'; readonly code: TroubleCode };

export type Notifier = {
  /** A notice with a tag already shown replaces it in place. */
  readonly show: (tag: string, notice: Notice) => void;
  readonly withdraw: (tag: string) => void;
  /** How many conversations want their agent. */
  readonly badge: (count: number) => void;
};
