import type { CommitFault } from './simulated-backend.ts';

/** A client's machine: an agent's desk or a customer's page, by its number. */
export type Client = { readonly kind: 'desk' | 'page'; readonly index: number };

/** What an agent does. `page` names the conversation by its customer. */
export type AgentAct =
  | { readonly act: 'reply' | 'note' | 'whisper' | 'read' | 'take-over' | 'resolve' | 'reopen' | 'edit' | 'recall' | 'draft' | 'same-again' | 'send-anew' | 'drop' }
  | { readonly act: 'transfer'; readonly to: number };

export type Step = { readonly at: number } & (
  | { readonly kind: 'customer-says' | 'customer-reads'; readonly page: number }
  | ({ readonly kind: 'agent'; readonly desk: number; readonly page: number } & AgentAct)
  | { readonly kind: 'weather'; readonly client: Client; readonly loss: number; readonly duplication: number; readonly latency: number }
  | { readonly kind: 'break' | 'forsake' | 'stall' | 'clear' | 'fair' | 'down' | 'kill' | 'reconnect'; readonly client: Client }
  | { readonly kind: 'kill-at-write'; readonly desk: number; readonly after: number }
  | { readonly kind: 'kill-backend' }
  | { readonly kind: 'break-commit'; readonly fault: CommitFault; readonly after: number; readonly count: number }
  | { readonly kind: 'jump'; readonly machine: Client | 'backend'; readonly milliseconds: number }
  /** Whatever is dead is started again. */
  | { readonly kind: 'supervise' }
);

export type Schedule = { readonly seed: string; readonly desks: number; readonly pages: number; readonly steps: readonly Step[] };
