import { attachmentSchema, type Attachment } from '../../../shared/contracts/message.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { LIMITS } from '../../../shared/lib/limits.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { Credentials } from './credentials.ts';
import { deskMeta, findProcedure } from './api-request.ts';
import { fetchAnswer } from './fetch-answer.ts';
import { callProcedure, type ApiDeps } from './public-api.ts';

export type NewFile = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> };
export type Blob = { readonly mediaType: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** Questions to the backend in the name of the signed-in account. */
export type ApiClient = {
  /** A read of the contract on behalf of a window; `FORBIDDEN` for anything not marked as such, `UNKNOWN_COMMAND` for no such path. */
  readonly ask: (path: readonly string[], input: unknown) => Promise<Result<unknown, Failure>>;
  readonly signOut: () => Promise<Result<unknown, Failure>>;
  readonly upload: (file: NewFile) => Promise<Result<Attachment, Failure>>;
  readonly download: (blobId: string) => Promise<Result<Blob, Failure>>;
};

type Deps = ApiDeps & { readonly credentials: Credentials };

export function createApiClient(deps: Deps): ApiClient {
  /** Runs with a token, and once more with a new one when the first had ended meanwhile. */
  async function withToken<T>(run: (token: string) => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
    const token = await deps.credentials.accessToken();
    if (!token.ok) return token;
    const first = await run(token.value);
    if (first.ok || first.error.code !== 'TOKEN_EXPIRED') return first;
    deps.credentials.expire();
    const again = await deps.credentials.accessToken();
    return again.ok ? run(again.value) : again;
  }

  const call = (path: readonly string[], input: unknown) => {
    const procedure = findProcedure(path);
    return procedure ? withToken((token) => callProcedure(deps, { procedure, input, token })) : Promise.resolve(err({ code: 'UNKNOWN_COMMAND' as const }));
  };

  async function ask(path: readonly string[], input: unknown): Promise<Result<unknown, Failure>> {
    const procedure = findProcedure(path);
    if (!procedure) return err({ code: 'UNKNOWN_COMMAND' });
    if (deskMeta(procedure) !== 'query') return err({ code: 'FORBIDDEN' });
    const checked = await procedure['~orpc'].inputSchema?.['~standard'].validate(input);
    if (checked?.issues) return err({ code: 'BAD_INPUT' });
    return call(path, checked ? checked.value : undefined);
  }

  const blobUrl = async (path: string): Promise<Result<string, Failure>> => {
    const server = await deps.place.locate();
    return server.ok ? ok(`${server.value}/api/blobs${path}`) : server;
  };

  async function upload({ name, mediaType, bytes }: NewFile): Promise<Result<Attachment, Failure>> {
    if (bytes.byteLength > LIMITS.attachmentBytes) return err({ code: 'TOO_LARGE', details: { limit: LIMITS.attachmentBytes } });
    const url = await blobUrl(`?name=${encodeURIComponent(name)}`);
    if (!url.ok) return url;
    return withToken((token) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': mediaType === '' ? 'application/octet-stream' : mediaType };
      return fetchAnswer(deps, { url: url.value, request: { method: 'PUT', headers, body: bytes } }, async (response) =>
        attachmentSchema.parse(JSON.parse(await response.text())),
      );
    });
  }

  async function download(blobId: string): Promise<Result<Blob, Failure>> {
    const url = await blobUrl(`/${encodeURIComponent(blobId)}`);
    if (!url.ok) return url;
    return withToken((token) =>
      fetchAnswer(deps, { url: url.value, request: { method: 'GET', headers: { authorization: `Bearer ${token}` } } }, async (response) => ({
        mediaType: response.headers.get('content-type') ?? 'application/octet-stream',
        bytes: new Uint8Array(await response.arrayBuffer()),
      })),
    );
  }

  return { ask, signOut: () => call(['auth', 'signOut'], {}), upload, download };
}
