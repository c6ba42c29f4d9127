import { createHash } from 'node:crypto';
import { failureSchema, type Failure } from '../shared/contracts/errors.ts';
import { attachmentSchema, type Attachment } from '../shared/contracts/message.ts';
import { visitorSessionSchema } from '../shared/contracts/wire/customer-socket.ts';
import { err, ok, type Result } from '../shared/lib/result.ts';
import type { Role } from './goal.ts';

export type Http = typeof fetch;

/** Where simulated customers go: a server of ours and a shop on it. */
export type Place = { readonly serverUrl: string; readonly shop: string; readonly seed: number; readonly http: Http };

export type Visit = ReturnType<typeof visitorSessionSchema.parse>;

/** What came of an HTTP question; anything that isn't an answer of ours is `UNAVAILABLE`. */
async function ask<T>(asked: Promise<Response>, read: (body: unknown) => T): Promise<Result<T, Failure>> {
  try {
    const response = await asked;
    const body: unknown = await response.json();
    if (response.ok) return ok(read(body));
    const failure = failureSchema.safeParse(body);
    return err(failure.success ? failure.data : { code: 'UNAVAILABLE', details: { status: response.status } });
  } catch {
    return err({ code: 'UNAVAILABLE' });
  }
}

/** The demo shop's word for who the customer is. */
function fetchIdentity({ serverUrl, http }: Place, customer: string): Promise<Result<string, Failure>> {
  return ask(http(`${serverUrl}/demo/identity?customer=${encodeURIComponent(customer)}`), (body) => (body as { readonly identity: string }).identity);
}

/** The same customer of the same seed is the same visitor; nothing of a simulated one is secret. */
const secretOf = (seed: number, role: Role, nonce: string): string => createHash('sha256').update(`${seed}:${role.customer ?? nonce}`).digest('base64url');

/** Begins a visit as the role; `nonce` tells apart visitors whom nobody knows. */
export async function startVisit(place: Place, role: Role, nonce: string): Promise<Result<Visit, Failure>> {
  const identity = role.customer === null ? ok(null) : await fetchIdentity(place, role.customer);
  if (!identity.ok) return identity;
  const visitor = { shop: place.shop, secret: secretOf(place.seed, role, nonce), language: role.language, identity: identity.value };
  const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(visitor) };
  return ask(place.http(`${place.serverUrl}/api/visitor/start`, request), (body) => visitorSessionSchema.parse(body));
}

/** Uploads a picture with the visit's token. */
export function uploadPhoto(place: Place, token: string, photo: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }): Promise<Result<Attachment, Failure>> {
  const request = { method: 'PUT', headers: { authorization: `Bearer ${token}`, 'content-type': 'image/png' }, body: photo.bytes };
  return ask(place.http(`${place.serverUrl}/api/blobs?name=${encodeURIComponent(photo.name)}`, request), (body) => attachmentSchema.parse(body));
}
