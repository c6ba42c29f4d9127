import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ApiContract } from '../../shared/contracts/api/contract.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import type { Desk } from './desk.ts';
import { useDesk } from './desk-context.tsx';

/** The value behind a schema of the contract, read from its type alone: the schemas themselves never load in a window. */
type ValueOf<S> = S extends { readonly _zod: { readonly output: infer O } } ? O : Record<string, never>;
type Definition<P> = P extends { readonly '~orpc': { readonly inputSchema?: infer I; readonly outputSchema?: infer O } } ? { input: ValueOf<NonNullable<I>>; output: ValueOf<NonNullable<O>> } : never;

export type Noun = keyof ApiContract;
export type Procedure<N extends Noun> = keyof ApiContract[N] & string;
export type InputOf<N extends Noun, P extends Procedure<N>> = Definition<ApiContract[N][P]>['input'];
export type OutputOf<N extends Noun, P extends Procedure<N>> = Definition<ApiContract[N][P]>['output'];

/** A failure of the catalogue on its way through react-query, which knows only thrown errors. */
export class AskError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** Asks a read of the HTTP contract through main; throws `AskError`. The answer was checked against the contract in main. */
export async function ask<N extends Noun, P extends Procedure<N>>(desk: Pick<Desk, 'bridge'>, path: readonly [N, P], input: InputOf<N, P>): Promise<OutputOf<N, P>> {
  const answer = await desk.bridge.query('api.ask', { path: [...path], input });
  if (!answer.ok) throw new AskError(answer.error);
  return answer.value as OutputOf<N, P>;
}

type Options = {
  readonly isEnabled?: boolean;
  /** How long the answer counts as fresh, in milliseconds. */
  readonly freshFor?: number;
  /** Something that makes an older answer void when it changes, e.g. the number of the last action. */
  readonly stamp?: string | number;
  readonly keepPrevious?: boolean;
};

/** A read of the HTTP contract as a component sees it. */
export function useAsk<N extends Noun, P extends Procedure<N>>(path: readonly [N, P], input: InputOf<N, P>, options: Options = {}): UseQueryResult<OutputOf<N, P>, AskError> {
  const desk = useDesk();
  return useQuery<OutputOf<N, P>, AskError>({
    queryKey: [...path, input, options.stamp ?? null],
    queryFn: () => ask(desk, path, input),
    enabled: options.isEnabled ?? true,
    staleTime: options.freshFor ?? 30_000,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  });
}
