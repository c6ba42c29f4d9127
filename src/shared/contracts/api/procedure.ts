import { oc } from '@orpc/contract';

/**
 * Whether a desk's window may ask for a procedure through the bridge: `query` reads, `command` changes something, `never`
 * stays outside (sign-in, tokens, exports).
 */
export type ProcedureMeta = { readonly desk: 'query' | 'command' | 'never' };

/** Start of every procedure: not reachable from a window unless it says so. */
export const procedure = oc.$meta<ProcedureMeta>({ desk: 'never' });
export const deskQuery = procedure.meta({ desk: 'query' });
