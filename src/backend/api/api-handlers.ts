import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import type { ApiContract } from '../../shared/contracts/api/contract.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { StaffPrincipal } from '../principal.ts';

type Inputs = InferContractRouterInputs<ApiContract>;
type Outputs = InferContractRouterOutputs<ApiContract>;

/** What a procedure knows of the call besides its input. */
export type ApiCall = {
  /** The caller; null only where the policy lets anyone in. */
  readonly principal: StaffPrincipal | null;
  /** Address of the other end, for limits. */
  readonly address: string;
};

type ApiHandler<I, O> = (input: I, call: ApiCall) => Promise<Result<O, Failure>>;

/** Every procedure of the HTTP contract as a plain function: validated input in, result out; oRPC is left at the door. */
export type ApiHandlers = {
  readonly [G in keyof ApiContract]: {
    readonly [P in keyof ApiContract[G]]: ApiHandler<P extends keyof Inputs[G] ? Inputs[G][P] : never, P extends keyof Outputs[G] ? Outputs[G][P] : never>;
  };
};

/** What one module brings of them. */
export type ApiPart = { readonly [G in keyof ApiHandlers]?: Partial<ApiHandlers[G]> };

/** `group.procedure`, as the policy names it. */
export type ApiPath = { [G in keyof ApiContract]: `${G}.${Extract<keyof ApiContract[G], string>}` }[keyof ApiContract];
