import type { Actor, Id } from '../shared/contracts/basics.ts';
import type { Role } from '../shared/contracts/people.ts';

/** A member of staff behind a verified token. `sessionId` names the sign-in that a revocation ends. */
export type StaffPrincipal = {
  readonly kind: 'staff';
  readonly accountId: Id;
  readonly sessionId: Id;
  readonly role: Role;
  readonly shopIds: readonly Id[];
};

/** A customer behind a token that opens one conversation and nothing else. */
export type CustomerPrincipal = {
  readonly kind: 'customer';
  readonly customerId: Id;
  readonly conversationId: Id;
  readonly shopId: Id;
  /** The shop signed who they are: only then may order data be opened. */
  readonly identified: boolean;
};

export type Principal = StaffPrincipal | CustomerPrincipal;

/** Whose they are: what belongs to a principal, and what they may do how often, goes by it. */
export const idOf = (principal: Principal): Id => (principal.kind === 'staff' ? principal.accountId : principal.customerId);

/** How a member of staff appears in the log. */
export const staffActor = (principal: StaffPrincipal): Actor => ({ kind: principal.role === 'agent' ? 'agent' : 'lead', id: principal.accountId });

export const customerActor = (principal: CustomerPrincipal): Actor => ({ kind: 'customer', id: principal.customerId });

/** The machine itself: due jobs and consequences. */
export const SYSTEM_ACTOR: Actor = { kind: 'system', id: 'system' };
