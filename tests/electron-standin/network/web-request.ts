import { refuseRest } from '../core/refuse-rest.ts';
import { unmodelled } from '../core/unmodelled.ts';
import type { HeaderLists } from './fetch-messages.ts';

/** What a listener learns about a request. */
export interface RequestDetails {
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
  readonly webContentsId: number;
}

type HeadersListener = (
  details: RequestDetails & { responseHeaders: HeaderLists; statusCode: number },
  callback: (answer: { cancel?: boolean; responseHeaders?: Record<string, string | string[]> }) => void,
) => void;
type RequestListener = (details: RequestDetails, callback: (answer: { cancel?: boolean; redirectURL?: string }) => void) => void;

/** Electron's `session.webRequest`, as far as it can refuse a request or change a response's headers. */
export class WebRequest {
  readonly #onChange: () => void;
  #onBeforeRequest: RequestListener | null = null;
  #onHeadersReceived: HeadersListener | null = null;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  onBeforeRequest(listener: RequestListener | null): void {
    this.#onBeforeRequest = this.#accept('onBeforeRequest', listener);
  }

  onHeadersReceived(listener: HeadersListener | null): void {
    this.#onHeadersReceived = this.#accept('onHeadersReceived', listener);
  }

  /** The stages at which every request has to be held for a listener. */
  stages(): ('Request' | 'Response')[] {
    const stages: ('Request' | 'Response')[] = [];
    if (this.#onBeforeRequest !== null) stages.push('Request');
    if (this.#onHeadersReceived !== null) stages.push('Response');
    return stages;
  }

  /** Whether a request may go out. */
  async allows(details: RequestDetails): Promise<boolean> {
    const listener = this.#onBeforeRequest;
    if (listener === null) return true;
    const answer = await new Promise<{ cancel?: boolean; redirectURL?: string }>((resolve) => listener(details, resolve));
    if (answer.redirectURL !== undefined) unmodelled('a redirectURL from webRequest.onBeforeRequest');
    return answer.cancel !== true;
  }

  /** The headers a response is to have, or undefined when it is refused. */
  async filterHeaders(details: RequestDetails, response: { headers: HeaderLists; statusCode: number }): Promise<HeaderLists | undefined> {
    const listener = this.#onHeadersReceived;
    if (listener === null) return response.headers;
    const { headers, statusCode } = response;
    const answer = await new Promise<Parameters<Parameters<HeadersListener>[1]>[0]>((resolve) => {
      listener({ ...details, responseHeaders: headers, statusCode }, resolve);
    });
    if (answer.cancel === true) return undefined;
    const lists = Object.entries(answer.responseHeaders ?? headers).map(([name, values]) => [name, [values].flat()]);
    return Object.fromEntries(lists) as HeaderLists;
  }

  #accept<T>(name: string, listener: T): T {
    if (listener !== null && typeof listener !== 'function') unmodelled(`webRequest.${name} with a filter`, 'Give it the listener alone.');
    this.#onChange();
    return listener;
  }
}

refuseRest(WebRequest.prototype, 'WebRequest');
