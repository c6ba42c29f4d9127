import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { createOpenAiModel } from './openai-model.ts';
import { createTokenBudget } from './token-budget.ts';

type Script = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function startEndpoint(script: Script): Promise<string> {
  server = createServer(script).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`;
}

const budgetOf = (tokens: number) => createTokenBudget(tokens, () => 0);
const modelAt = (baseUrl: string, more: { timeoutMs?: number; tokens?: number } = {}) =>
  createOpenAiModel({ baseUrl, apiKey: 'key', model: 'm', timeoutMs: more.timeoutMs ?? 5_000, budget: budgetOf(more.tokens ?? 1_000) });
const ask = { messages: [{ role: 'user' as const, content: '你好' }], maxTokens: 50 };
const data = (value: unknown): string => `data: ${JSON.stringify(value)}\n\n`;

describe('a model behind an OpenAI-compatible endpoint', () => {
  it('streams pieces, wherever the bytes are cut, and counts the tokens', async () => {
    const url = await startEndpoint((request, response) => {
      expect(request.headers.authorization).toBe('Bearer key');
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const bytes = Buffer.from(`: hello\n\n${data({ choices: [{ delta: { content: '您好' } }] })}${data({ choices: [{ delta: { content: '，马上查' } }] })}${data({ choices: [], usage: { total_tokens: 12 } })}data: [DONE]\n\n`);
      for (const byte of bytes) response.write(Buffer.from([byte]));
      response.end();
    });
    const pieces: string[] = [];
    const answer = await modelAt(url).complete({ ...ask, onText: (piece) => pieces.push(piece) });
    expect(answer).toEqual({ ok: true, value: { text: '您好，马上查', tokens: 12 } });
    expect(pieces).toEqual(['您好', '，马上查']);
  });

  it.each([
    ['an error status', (_: IncomingMessage, response: ServerResponse) => response.writeHead(500).end(), 'status-500'],
    ['a line that breaks', (_: IncomingMessage, response: ServerResponse) => response.destroy(), 'broken'],
    ['bytes that are no JSON', (_: IncomingMessage, response: ServerResponse) => response.writeHead(200).end('data: {oops\n\n'), 'broken'],
    ['an empty answer', (_: IncomingMessage, response: ServerResponse) => response.writeHead(200).end('data: [DONE]\n\n'), 'empty'],
  ] as const)('is unavailable after %s', async (_name, script, reason) => {
    const url = await startEndpoint(script);
    expect(await modelAt(url).complete(ask)).toEqual({ ok: false, error: { code: 'MODEL_UNAVAILABLE', details: { reason } } });
  });

  it('gives up at the time limit', async () => {
    const url = await startEndpoint(() => undefined);
    expect(await modelAt(url, { timeoutMs: 50 }).complete(ask)).toMatchObject({ ok: false, error: { details: { reason: 'timeout' } } });
  });

  it('stops when the budget is used up', async () => {
    const url = await startEndpoint((_, response) => response.writeHead(200).end(data({ choices: [{ delta: { content: 'a' } }], usage: { total_tokens: 10 } })));
    const model = modelAt(url, { tokens: 10 });
    expect(await model.complete(ask)).toMatchObject({ ok: true });
    expect(await model.complete(ask)).toMatchObject({ ok: false, error: { details: { reason: 'budget' } } });
  });
});
