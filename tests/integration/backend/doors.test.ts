import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newSecret, startBackend, type BackendUnderTest } from './backend-under-test.ts';

type Door = { readonly path: string; readonly knocks: number; readonly body: unknown };

const DOORS: readonly Door[] = [
  { path: 'auth/sign-in', knocks: 10, body: { login: 'nobody', password: 'x' } },
  { path: 'auth/refresh', knocks: 60, body: { refreshToken: 'x' } },
  { path: 'visitor/start', knocks: 120, body: { shop: 'shanlan', secret: newSecret(), language: 'en', identity: null } },
];

/** Every way of writing an address that one of two routers may take for the door. */
const spellingsOf = (path: string): string[] => {
  const [room = '', door = ''] = path.split('/');
  const encoded = `%${(door.codePointAt(0) ?? 0).toString(16)}${door.slice(1)}`;
  return [
    `/api/${path}`, `/api/${path}/`, `/api/${path}//`, `/api//${path}`, `/api/${room}//${door}`, `//api/${path}`, `/api/${room}/${encoded}`, `/api/${path.replace('-', '%2D')}`,
    `/api/${room}%2F${door}`, `/api/${path.toUpperCase()}`, `/API/${path}`, `/api/${room}\\${door}`, `/api/./${path}`, `/api/x/../${path}`, `/api/%2e/${path}`, `/api/${path}?a=b`, `/api/${path}/?a=b`, `/api/${path};a`,
  ];
};

describe('doors that can be tried without a token', () => {
  let backend: BackendUnderTest;
  beforeAll(async () => {
    backend = await startBackend({ isRunning: false });
  });
  afterAll(() => backend.stop());

  /** As it is written: fetch would put the address in order first. */
  const knock = async (path: string, body: unknown): Promise<{ status: number; code: string | undefined }> => {
    const { promise, resolve, reject } = Promise.withResolvers<{ status: number; code: string | undefined }>();
    const asked = request(backend.url, { method: 'POST', path, headers: { 'content-type': 'application/json' } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve({ status: answer.statusCode ?? 0, code: (JSON.parse(text) as { code?: string }).code }));
    });
    asked.on('error', reject).end(JSON.stringify(body));
    return promise;
  };

  it.each(DOORS)('counts every spelling of /api/$path as one door', async ({ path, knocks, body }) => {
    for (let count = 0; count < knocks; count += 1) expect((await knock(`/api/${path}`, body)).code).not.toBe('RATE_LIMITED');
    const answers: Record<string, unknown> = {};
    for (const spelling of spellingsOf(path)) answers[spelling] = (await knock(spelling, body)).code;
    expect(Object.entries(answers).filter(([, code]) => code !== 'RATE_LIMITED' && code !== 'NOT_FOUND')).toEqual([]);
    expect(answers).toMatchObject({ [`/api/${path}`]: 'RATE_LIMITED', [`/api/${path}/`]: 'RATE_LIMITED' });
  });

  it('counts what fits no contract, too, and says how long to wait', async () => {
    const { status, code } = await knock('/api/auth/sign-in', { login: 1 });
    expect({ status, code }).toEqual({ status: 429, code: 'RATE_LIMITED' });
    const answer = await backend.post('/api/auth/sign-in', { login: 'nobody', password: 'x' });
    expect(await answer.json()).toEqual({ code: 'RATE_LIMITED', details: { retryAfterMs: expect.any(Number) } });
  });
});
