import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { signIdentity } from '../../../src/backend/modules/visitors/signed-identity.ts';
import { demoId } from '../../../src/backend/integrations/shop/demo/demo-id.ts';
import { DEMO_PASSWORD } from '../../../src/backend/seed/seed-demo.ts';
import type { SignedIn } from '../../../src/backend/modules/accounts/sign-in.ts';
import { newSecret, startBackend, type BackendUnderTest } from './backend-under-test.ts';
import { openDesk, openPage, say } from './line-under-test.ts';

describe('the HTTP interface', () => {
  let backend: BackendUnderTest;
  beforeAll(async () => {
    backend = await startBackend({ isRunning: false });
  });
  afterAll(() => backend.stop());
  const answer = async (response: Response) => ({ status: response.status, body: (await response.json()) as unknown });

  it('signs in, and says no more than that it did not', async () => {
    const signedIn = await answer(await backend.post('/api/auth/sign-in', { login: 'lin.zhiyao', password: DEMO_PASSWORD }));
    expect(signedIn).toMatchObject({ status: 200, body: { expiresIn: 900, account: { login: 'lin.zhiyao', role: 'agent' } } });
    expect(JSON.stringify(signedIn)).not.toContain('scrypt');
    const wrong = { status: 401, body: { code: 'BAD_CREDENTIALS' } };
    expect(await answer(await backend.post('/api/auth/sign-in', { login: 'lin.zhiyao', password: 'x' }))).toEqual(wrong);
    expect(await answer(await backend.post('/api/auth/sign-in', { login: 'nobody', password: 'x' }))).toEqual(wrong);
  });

  it('counts knocks on the door', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, async () => answer(await backend.post('/api/auth/sign-in', { login: 'nobody', password: 'x' }))));
    expect(answers).toContainEqual({ status: 429, body: expect.objectContaining({ code: 'RATE_LIMITED' }) });
  });

  it('exchanges a refresh token once; the second time ends the session for everybody', async () => {
    const { refreshToken, accessToken } = await backend.signIn('zhou.yu');
    const first = await answer(await backend.post('/api/auth/refresh', { refreshToken }));
    expect(first.status).toBe(200);
    expect((first.body as SignedIn).refreshToken).not.toBe(refreshToken);
    expect(await answer(await backend.post('/api/auth/refresh', { refreshToken }))).toEqual({ status: 401, body: { code: 'SESSION_REVOKED' } });
    expect(await answer(await backend.post('/api/auth/refresh', { refreshToken: (first.body as SignedIn).refreshToken }))).toEqual({ status: 401, body: { code: 'SESSION_REVOKED' } });
    expect(await answer(await backend.get('/api/people', accessToken))).toEqual({ status: 401, body: { code: 'SESSION_REVOKED' } });
  });

  it('refuses an access token when its time is over', async () => {
    const { accessToken } = await backend.signIn('guo.an');
    backend.clock.ahead = 16 * 60_000;
    expect(await answer(await backend.get('/api/people', accessToken))).toEqual({ status: 401, body: { code: 'TOKEN_EXPIRED' } });
    backend.clock.ahead = 0;
    const broken = `${accessToken.slice(0, -4)}AAAA`;
    expect(await answer(await backend.get('/api/people', broken))).toEqual({ status: 401, body: { code: 'UNAUTHENTICATED' } });
  });

  it('brings a visitor back by their secret, and opens orders by the signature alone', async () => {
    const secret = newSecret();
    const first = await backend.startVisit({ secret });
    const again = await backend.startVisit({ secret });
    const known = await backend.startVisit({ secret, as: 'chen-xiaoman' });
    expect(again).toMatchObject({ conversationId: first.conversationId, identified: false });
    expect(known).toMatchObject({ customerId: demoId('customer', 'chen-xiaoman'), identified: true });
    expect(known.conversationId).not.toBe(first.conversationId);
    const later = await backend.startVisit({ secret });
    expect(later.conversationId).toBe(first.conversationId);
  });

  it('refuses a signature that is forged, old, or reaches too far', async () => {
    const customerId = demoId('customer', 'chen-xiaoman');
    const shop = await backend.app.services.shops.findBySlug('shanlan');
    const key = shop?.identitySecret ?? '';
    const now = backend.clock.now();
    for (const identity of [signIdentity({ customerId, exp: now + 1_000 }, 'guess'), signIdentity({ customerId, exp: now - 1 }, key), signIdentity({ customerId, exp: now + 600_000 }, key)]) {
      expect(await answer(await backend.post('/api/visitor/start', { shop: 'shanlan', secret: newSecret(), language: 'en', identity }))).toEqual({ status: 401, body: { code: 'UNAUTHENTICATED' } });
    }
  });

  it('keeps a picture without what its camera wrote into it, for those it was shown to', async () => {
    const original = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } }).withExif({ IFD0: { Copyright: 'secret place' } }).jpeg().toBuffer();
    expect(original.toString('latin1')).toContain('secret place');
    const { token } = await backend.startVisit();
    const put = (body: Buffer, bearer: string) => fetch(`${backend.url}/api/blobs?name=a.jpg`, { method: 'PUT', headers: { authorization: `Bearer ${bearer}`, 'content-type': 'image/jpeg' }, body: new Uint8Array(body) });
    const stored = await answer(await put(original, token));
    expect(stored).toMatchObject({ status: 200, body: { name: 'a.jpg', mediaType: 'image/jpeg', width: 40, height: 30 } });
    const { blobId } = stored.body as { blobId: string };
    const own = await backend.get(`/api/blobs/${blobId}`, token);
    expect(own.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await own.arrayBuffer()).toString('latin1')).not.toContain('secret place');

    const { accessToken } = await backend.signIn('lin.zhiyao');
    expect((await backend.get(`/api/blobs/${blobId}`, accessToken)).status).toBe(404);
    const page = await openPage(backend.url, token);
    const message = say('look');
    expect((await page.ask('command', { ...message, payload: { text: 'look', attachments: [stored.body] } })).ok).toBe(true);
    page.close();
    expect((await backend.get(`/api/blobs/${blobId}`, accessToken)).status).toBe(200);
    const stranger = await backend.startVisit();
    expect((await backend.get(`/api/blobs/${blobId}`, stranger.token)).status).toBe(404);
    const address = backend.app.services.blobs.addressOf(blobId);
    expect((await fetch(`${backend.url}${address}`)).status).toBe(200);
    expect((await fetch(`${backend.url}${address.replace('until=1', 'until=2')}`)).status).toBe(403);
  });

  it('refuses files that are not what may be sent', async () => {
    const { token } = await backend.startVisit();
    const put = (body: string) => fetch(`${backend.url}/api/blobs?name=a.png`, { method: 'PUT', headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png' }, body });
    expect(await answer(await put('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toEqual({ status: 415, body: { code: 'UNSUPPORTED_FILE' } });
    expect(await answer(await put(`\u0089PNG`))).toEqual({ status: 415, body: { code: 'UNSUPPORTED_FILE' } });
  });

  it('says that it may be asked again when a file can be neither kept nor found', async () => {
    const { token } = await backend.startVisit();
    const put = (body: string) => fetch(`${backend.url}/api/blobs?name=a.pdf`, { method: 'PUT', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/pdf' }, body });
    const { blobId } = (await answer(await put('%PDF-kept'))).body as { blobId: string };
    const blobs = path.join(backend.folder, 'blobs');
    await rename(blobs, `${blobs}-away`);
    await writeFile(blobs, 'no folder');
    expect(await answer(await put('%PDF-lost'))).toEqual({ status: 503, body: { code: 'UNAVAILABLE' } });
    expect(await answer(await backend.get(`/api/blobs/${blobId}`, token))).toEqual({ status: 503, body: { code: 'UNAVAILABLE' } });
    await rm(blobs);
    await rename(`${blobs}-away`, blobs);
    expect((await backend.get(`/api/blobs/${blobId}`, token)).status).toBe(200);
    expect(backend.errors.splice(0)).toHaveLength(2);
  });

  it('speaks in codes wherever it refuses', async () => {
    const { accessToken } = await backend.signIn('lena.ortiz');
    expect(await answer(await backend.get('/api/people'))).toEqual({ status: 401, body: { code: 'UNAUTHENTICATED' } });
    expect(await answer(await backend.get('/api/nowhere', accessToken))).toEqual({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await answer(await backend.get('/nowhere'))).toEqual({ status: 404, body: { code: 'NOT_FOUND' } });
    expect(await answer(await backend.get('/api/conversations/not-an-id', accessToken))).toMatchObject({ status: 400, body: { code: 'BAD_INPUT' } });
    expect(await answer(await backend.get('/api/knowledge?text=tea&language=en&more=1', accessToken))).toMatchObject({ status: 400, body: { code: 'BAD_INPUT' } });
    expect(await answer(await backend.post('/api/auth/sign-in', '{'))).toMatchObject({ body: { code: expect.stringMatching(/BAD_INPUT|RATE_LIMITED/) } });
  });

  it('lists people with their presence, and describes itself', async () => {
    const { accessToken } = await backend.signIn('he.wen');
    const desk = await openDesk(backend.url, accessToken);
    expect(await desk.ask('presence', { state: 'accepting', reason: null })).toMatchObject({ ok: true, value: { state: 'accepting', connected: true } });
    const people = await answer(await backend.get('/api/people', accessToken));
    expect(people).toMatchObject({ status: 200, body: { presence: expect.arrayContaining([expect.objectContaining({ agentId: demoId('staff', 'he.wen'), state: 'accepting', connected: true })]) } });
    desk.close();
    const document = await answer(await backend.get('/openapi.json'));
    expect(document.body).toMatchObject({ openapi: expect.stringMatching(/^3\.1/), paths: { '/auth/sign-in': { post: {} } } });
    expect(await (await backend.get('/reference')).text()).toContain('/conversations/{conversationId}');
    expect(await answer(await backend.get('/health'))).toMatchObject({ status: 200, body: { status: 'ok' } });
  });
});
