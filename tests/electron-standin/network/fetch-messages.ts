import type { CdpSession } from '../chromium/cdp-connection.ts';
import type { SchemeMap } from './scheme-map.ts';

/** A request or response that Chromium holds until it is answered. */
export interface PausedRequest {
  readonly requestId: string;
  readonly request: { readonly url: string; readonly method: string; readonly headers: Readonly<Record<string, string>>; readonly postData?: string };
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
  readonly responseStatusCode?: number;
  readonly responseStatusText?: string;
  readonly responseErrorReason?: string;
  readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[];
}

/** Header fields by name; as in Electron, each has a list of values. */
export type HeaderLists = Record<string, string[]>;

const ADDRESS_HEADERS = new Set(['origin', 'referer']);

/** The request as `protocol.handle` is given it, with the application's own addresses. */
export function toRequest(paused: PausedRequest, schemes: SchemeMap): Request {
  const { url, method, headers, postData } = paused.request;
  const entries = Object.entries(headers).map(([name, value]): [string, string] => {
    if (!ADDRESS_HEADERS.has(name.toLowerCase())) return [name, value];
    return [name, name.toLowerCase() === 'origin' ? schemes.originOf(schemes.fromChromium(value)) : schemes.fromChromium(value)];
  });
  return new Request(schemes.fromChromium(url), { method, headers: entries, ...(postData === undefined ? {} : { body: postData }) });
}

/** The headers of a response as lists. */
export function toHeaderLists(headers: Iterable<readonly [string, string]>): HeaderLists {
  const lists: HeaderLists = {};
  for (const [name, value] of headers) (lists[name] ??= []).push(value);
  return lists;
}

function toEntries(headers: HeaderLists, schemes: SchemeMap): { name: string; value: string }[] {
  const lists = Object.entries(headers);
  return lists.flatMap(([name, values]) => values.map((value) => ({ name, value: schemes.headerToChromium(name.toLowerCase(), value) })));
}

/** Answers a held request with a whole response; a stream is read to its end first. */
export async function fulfil(
  session: CdpSession,
  paused: PausedRequest,
  answer: { response: Response; headers: HeaderLists; schemes: SchemeMap },
): Promise<void> {
  const { response, headers, schemes } = answer;
  const { requestId } = paused;
  if (response.type === 'error') return void (await session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' }));
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  await session.send('Fetch.fulfillRequest', { requestId, responseCode: response.status, responseHeaders: toEntries(headers, schemes), body });
}

/** Lets a held response pass with other headers. */
export async function passWithHeaders(
  session: CdpSession,
  paused: PausedRequest,
  answer: { headers: HeaderLists; schemes: SchemeMap },
): Promise<void> {
  await session.send('Fetch.continueResponse', {
    requestId: paused.requestId,
    responseCode: paused.responseStatusCode ?? 200,
    responsePhrase: paused.responseStatusText ?? '',
    responseHeaders: toEntries(answer.headers, answer.schemes),
  });
}
