import { z } from 'zod';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { readEventData } from './event-stream.ts';
import type { ModelAnswer, ModelPort, ModelRequest } from './model-port.ts';
import type { TokenBudget } from './token-budget.ts';

export type OpenAiOptions = {
  /** Base address up to and including the version, e.g. `https://host/v1`. */
  readonly baseUrl: string;
  readonly apiKey: string | null;
  readonly model: string;
  /** From request to last piece. */
  readonly timeoutMs: number;
  readonly budget: TokenBudget;
};

const chunkSchema = z.object({
  choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }).optional() })).default([]),
  usage: z.object({ total_tokens: z.int() }).nullish(),
});

const unavailable = (reason: string): { readonly ok: false; readonly error: Failure } => err({ code: 'MODEL_UNAVAILABLE', details: { reason } });

/** Tokens by length where the server doesn't count: about four Latin characters or one Han character each. */
const estimateTokens = (text: string): number => Math.ceil([...text].reduce((sum, char) => sum + (char > '\u2e80' ? 1 : 0.25), 0));

function request(options: OpenAiOptions, { messages, maxTokens }: ModelRequest): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(options.apiKey === null ? {} : { authorization: `Bearer ${options.apiKey}` }) },
    body: JSON.stringify({ model: options.model, messages, max_tokens: maxTokens, stream: true, stream_options: { include_usage: true } }),
    signal: AbortSignal.timeout(options.timeoutMs),
    redirect: 'error',
  };
}

async function readAnswer(body: AsyncIterable<Uint8Array>, onText: ModelRequest['onText']): Promise<ModelAnswer> {
  let text = '';
  let tokens: number | null = null;
  for await (const data of readEventData(body)) {
    if (data === '[DONE]') break;
    const chunk = chunkSchema.parse(JSON.parse(data));
    const piece = chunk.choices[0]?.delta?.content ?? '';
    if (piece !== '') onText?.(piece);
    text += piece;
    tokens = chunk.usage?.total_tokens ?? tokens;
  }
  return { text, tokens: tokens ?? estimateTokens(text) };
}

async function complete(options: OpenAiOptions, wanted: ModelRequest): Promise<Result<ModelAnswer, Failure>> {
  if (!options.budget.isLeft()) return unavailable('budget');
  try {
    const response = await fetch(`${options.baseUrl}/chat/completions`, request(options, wanted));
    if (!response.ok || !response.body) return unavailable(`status-${response.status}`);
    const answer = await readAnswer(response.body, wanted.onText);
    options.budget.spend(answer.tokens);
    return answer.text.trim() === '' ? unavailable('empty') : ok(answer);
  } catch (error) {
    return unavailable(error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'broken');
  }
}

/** A model behind any endpoint that speaks OpenAI's chat completions with streaming; the key goes to that address only. */
export const createOpenAiModel = (options: OpenAiOptions): ModelPort => ({ complete: (wanted) => complete(options, wanted) });
