import type { Language } from '../../shared/contracts/basics.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import type { Attachment } from '../../shared/contracts/message.ts';
import type { visitorSessionSchema } from '../../shared/contracts/wire/customer-socket.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { fetchAnswer, type HttpDeps } from './fetch-answer.ts';

/** Answer of `visitor.start`: a token that opens one conversation and nothing else. */
export type VisitorSession = ReturnType<(typeof visitorSessionSchema)['parse']>;

export type Visitor = { readonly shop: string; readonly secret: string; readonly language: Language; readonly identity: string | null };

/** What the page asks over HTTP. */
export type VisitorApi = {
  readonly startVisit: (visitor: Visitor) => Promise<Result<VisitorSession, Failure>>;
  /** A signed identity from the demo shop; null where there is none to be had, and the visitor stays unknown. */
  readonly fetchIdentity: (customer: string) => Promise<Result<string | null, Failure>>;
  readonly upload: (token: string, file: File) => Promise<Result<Attachment, Failure>>;
  readonly download: (token: string, blobId: string) => Promise<Result<Blob, Failure>>;
};

// The answers are those of our own backend, which made them by the contract; the page carries no schemas to check them again.
const readJson = async <T>(response: Response): Promise<T> => (await response.json()) as T;

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

export function createVisitorApi(server: string, deps: HttpDeps): VisitorApi {
  return {
    startVisit: (visitor) => {
      const request = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(visitor) };
      return fetchAnswer(deps, { url: `${server}/api/visitor/start`, request }, readJson<VisitorSession>);
    },
    fetchIdentity: async (customer) => {
      const url = `${server}/demo/identity?customer=${encodeURIComponent(customer)}`;
      const answer = await fetchAnswer(deps, { url, request: {} }, readJson<{ readonly identity: string }>);
      if (answer.ok) return ok(answer.value.identity);
      return answer.error.code === 'NOT_FOUND' ? ok(null) : answer;
    },
    upload: (token, file) => {
      const url = `${server}/api/blobs?name=${encodeURIComponent(file.name)}`;
      const headers = { ...bearer(token), 'content-type': file.type === '' ? 'application/octet-stream' : file.type };
      return fetchAnswer(deps, { url, request: { method: 'PUT', headers, body: file } }, readJson<Attachment>);
    },
    download: (token, blobId) =>
      fetchAnswer(deps, { url: `${server}/api/blobs/${encodeURIComponent(blobId)}`, request: { headers: bearer(token) } }, (response) => response.blob()),
  };
}
