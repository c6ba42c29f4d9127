import type { Id } from '../../shared/contracts/basics.ts';
import type { CustomerCommandType, CustomerPayload, StaffCommandType, StaffPayload } from '../../shared/contracts/commands.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { Decision, Facts } from '../log/append-request.ts';
import type { CustomerPrincipal, StaffPrincipal } from '../principal.ts';

/** What a command comes to, given the conversation's head: run inside the transaction, synchronous, without side effects. */
export type Decide = (facts: Facts) => Result<Decision, Failure>;

/** A staff command with its payload checked. A decision is run only where the conversation is one of the principal's shops; `prepare` may come before that. */
export type StaffAct<T extends StaffCommandType> = {
  readonly principal: StaffPrincipal;
  readonly id: Id;
  readonly conversationId: Id;
  readonly seenSeq: number;
  readonly payload: StaffPayload<T>;
};

export type CustomerAct<T extends CustomerCommandType> = {
  readonly principal: CustomerPrincipal;
  readonly id: Id;
  readonly payload: CustomerPayload<T>;
};

/**
 * One command. `decide` alone, when the head says all there is to know; `prepare`, when something has to be waited for (a
 * shop, a lookup): it runs before the transaction and answers with the decision to run inside.
 */
export type Handler<A> =
  | { readonly decide: (act: A, facts: Facts) => Result<Decision, Failure> }
  | { readonly prepare: (act: A) => Promise<Result<Decide, Failure>> };

/** Commands by type; a type that nobody handles is answered with UNKNOWN_COMMAND. */
export type StaffHandlers = { readonly [T in StaffCommandType]?: Handler<StaffAct<T>> };
export type CustomerHandlers = { readonly [T in CustomerCommandType]?: Handler<CustomerAct<T>> };
