import type { Failure } from '../../../shared/contracts/errors.ts';
import type { Result } from '../../../shared/lib/result.ts';

export type ModelMessage = { readonly role: 'system' | 'user' | 'assistant'; readonly content: string };

export type ModelRequest = {
  readonly messages: readonly ModelMessage[];
  /** Most tokens of the answer. */
  readonly maxTokens: number;
  /** Called with each piece as it arrives. */
  readonly onText?: (piece: string) => void;
};

export type ModelAnswer = { readonly text: string; readonly tokens: number };

/**
 * A language model, where one is configured. It adds and never gates: every failure (no model, no answer in time, budget used
 * up) is MODEL_UNAVAILABLE with a reason, and the caller goes on without. Callers give it masked text only.
 */
export type ModelPort = { readonly complete: (request: ModelRequest) => Promise<Result<ModelAnswer, Failure>> };
