import type { Failure } from '../../../shared/contracts/errors.ts';
import { attachmentSchema, type Attachment } from '../../../shared/contracts/message.ts';
import { LIMITS } from '../../../shared/lib/limits.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Credentials } from './credentials.ts';
import { deskMeta, findProcedure } from './api-request.ts';
import { fetchAnswer } from './fetch-answer.ts';
import { callProcedure, type ApiDeps } from './public-api.ts';

export type NewFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> };
export type Blob = { readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> };

type Deps = ApiDeps & { readonly credentials: Credentials };

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Questions to the backend in the name of the signed-in account. */
export class ApiClient {
  readonly #deps: Deps;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** A read of the contract on behalf of a window; `FORBIDDEN` for anything not marked as such, `UNKNOWN_COMMAND` for no such path. */
  async ask(path: readonly string[], input: unknown): Promise<Result<unknown, Failure>> {
    const procedure = findProcedure(path);
    if (!procedure) return err({ code: 'UNKNOWN_COMMAND' });
    if (deskMeta(procedure) !== 'query') return err({ code: 'FORBIDDEN' });
    const checked = await procedure['~orpc'].inputSchema?.['~standard'].validate(input);
    if (checked?.issues) return err({ code: 'BAD_INPUT' });
    return this.#withToken((token) => callProcedure(this.#deps, { procedure, input: checked?.value, token }));
  }

  /** Ends the session on the server. */
  async signOut(): Promise<Result<unknown, Failure>> {
    const procedure = findProcedure(['auth', 'signOut']);
    return procedure ? this.#withToken((token) => callProcedure(this.#deps, { procedure, input: {}, token })) : err({ code: 'UNKNOWN_COMMAND' });
  }

  /** Stores a file; `TOO_LARGE` before it is sent. What comes back is what the store made of it. */
  async upload({ name, mediaType, bytes }: NewFile): Promise<Result<Attachment, Failure>> {
    if (bytes.byteLength > LIMITS.attachmentBytes) return err({ code: 'TOO_LARGE', details: { what: 'attachment', limit: LIMITS.attachmentBytes } });
    const url = await this.#blobUrl(`?name=${encodeURIComponent(name)}`);
    if (!url.ok) return url;
    const type = { 'content-type': mediaType === '' ? 'application/octet-stream' : mediaType };
    return this.#withToken((token) =>
      fetchAnswer(this.#deps, { url: url.value, request: { method: 'PUT', headers: { ...bearer(token), ...type }, body: bytes } }, async (response) =>
        attachmentSchema.parse(JSON.parse(await response.text())),
      ),
    );
  }

  async download(blobId: string): Promise<Result<Blob, Failure>> {
    const url = await this.#blobUrl(`/${encodeURIComponent(blobId)}`);
    if (!url.ok) return url;
    return this.#withToken((token) =>
      fetchAnswer(this.#deps, { url: url.value, request: { method: 'GET', headers: bearer(token) } }, async (response) => ({
        mediaType: response.headers.get('content-type') ?? 'application/octet-stream',
        bytes: new Uint8Array(await response.arrayBuffer()),
      })),
    );
  }

  async #blobUrl(rest: string): Promise<Result<string, Failure>> {
    const server = await this.#deps.place.locate();
    return server.ok ? ok(`${server.value}/api/blobs${rest}`) : server;
  }

  /** Runs with a token, and once more with a new one when the first had ended meanwhile. */
  async #withToken<T>(run: (token: string) => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
    const token = await this.#deps.credentials.accessToken();
    if (!token.ok) return token;
    const first = await run(token.value);
    if (first.ok || first.error.code !== 'TOKEN_EXPIRED') return first;
    this.#deps.credentials.expire();
    const again = await this.#deps.credentials.accessToken();
    return again.ok ? run(again.value) : again;
  }
}
