import { CdpError, unlessGone, type CdpSession } from '../chromium/cdp-connection.ts';
import { fulfil, passWithHeaders, toHeaderLists, toRequest, type HeaderLists, type PausedRequest } from '../network/fetch-messages.ts';
import type { Protocol } from '../network/protocol.ts';
import type { SchemeMap } from '../network/scheme-map.ts';
import type { Session } from '../network/session.ts';
import type { RequestDetails } from '../network/web-request.ts';

/** What one page's requests are judged by. Addresses are the application's. */
export interface PageNetworkOptions {
  readonly mainFrameId: string;
  readonly webContents: { readonly id: number };
  readonly browser: CdpSession;
  readonly page: CdpSession;
  readonly schemes: SchemeMap;
  readonly protocol: Protocol;
  readonly session: Session;
  /** Whether a navigation may go on: asked for those that the page itself began. */
  readonly allowsNavigation: (navigation: { url: string; isMainFrame: boolean; isRedirect: boolean }) => boolean;
  readonly onFault: (error: unknown) => void;
}

/** Holds the requests of one page: answers custom schemes, and asks the application where Electron would. */
export class PageNetwork {
  readonly #options: PageNetworkOptions;
  #requested: string | undefined;

  constructor(options: PageNetworkOptions) {
    this.#options = options;
    options.page.on('Fetch.requestPaused', (paused) => void this.#answer(paused));
  }

  /** The page has asked to go somewhere: the next document request for that address is its own doing. */
  expectNavigation(url: string): void {
    this.#requested = url.split('#')[0];
  }

  /** Tells Chromium again what to hold, after the application changed what it listens to. */
  async refresh(): Promise<void> {
    const { page, schemes, session } = this.#options;
    const everywhere = session.webRequest.stages().map((requestStage) => ({ urlPattern: '*', requestStage }));
    const own = schemes.patterns().map((urlPattern) => ({ urlPattern }));
    await unlessGone(page.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }, ...own, ...everywhere] }));
  }

  async #answer(paused: PausedRequest): Promise<void> {
    try {
      const isResponse = paused.responseStatusCode !== undefined || paused.responseErrorReason !== undefined;
      await (isResponse ? this.#answerResponse(paused) : this.#answerRequest(paused));
    } catch (error) {
      if (error instanceof CdpError) return;
      this.#options.onFault(error);
      await this.#fail(paused, 'Failed');
    }
  }

  async #answerRequest(paused: PausedRequest): Promise<void> {
    const { page, schemes, protocol, session } = this.#options;
    const url = schemes.fromChromium(paused.request.url);
    if (paused.resourceType === 'Document' && !this.#judgeNavigation(paused, url)) return this.#fail(paused, 'Aborted');
    if (!(await session.webRequest.allows(this.#detailsOf(paused)))) return this.#fail(paused, 'BlockedByClient');
    if (this.#isMainDocument(paused)) await this.#applyPermissions(paused.request.url);
    const handler = protocol.handlerOf(url);
    if (handler === undefined) return void (await page.send('Fetch.continueRequest', { requestId: paused.requestId }));
    const response = await handler(toRequest(paused, schemes));
    const headers = await this.#filterHeaders(paused, { headers: toHeaderLists(response.headers), statusCode: response.status });
    if (headers !== undefined) await fulfil(page, paused, { response, headers, schemes });
  }

  async #answerResponse(paused: PausedRequest): Promise<void> {
    const { page, schemes } = this.#options;
    const { requestId, responseStatusCode: statusCode } = paused;
    if (statusCode === undefined) return void (await page.send('Fetch.continueRequest', { requestId }));
    const given = toHeaderLists((paused.responseHeaders ?? []).map(({ name, value }) => [name, value]));
    const headers = await this.#filterHeaders(paused, { headers: given, statusCode });
    if (headers !== undefined) await passWithHeaders(page, paused, { headers, schemes });
  }

  #isMainDocument(paused: PausedRequest): boolean {
    return paused.resourceType === 'Document' && paused.frameId === this.#options.mainFrameId;
  }

  #judgeNavigation(paused: PausedRequest, url: string): boolean {
    const isMainFrame = this.#isMainDocument(paused);
    const isRedirect = paused.redirectedRequestId !== undefined;
    const isOwnDoing = !isMainFrame || isRedirect || this.#requested === paused.request.url;
    if (isMainFrame) this.#requested = undefined;
    return !isOwnDoing || this.#options.allowsNavigation({ url, isMainFrame, isRedirect });
  }

  #detailsOf(paused: PausedRequest): RequestDetails {
    const { schemes, webContents } = this.#options;
    const documentType = this.#isMainDocument(paused) ? 'mainFrame' : 'subFrame';
    const resourceType = paused.resourceType === 'Document' ? documentType : paused.resourceType.toLowerCase();
    return { url: schemes.fromChromium(paused.request.url), method: paused.request.method, resourceType, webContentsId: webContents.id };
  }

  async #filterHeaders(paused: PausedRequest, response: { headers: HeaderLists; statusCode: number }): Promise<HeaderLists | undefined> {
    const headers = await this.#options.session.webRequest.filterHeaders(this.#detailsOf(paused), response);
    if (headers === undefined) await this.#fail(paused, 'BlockedByClient');
    return headers;
  }

  async #applyPermissions(chromiumUrl: string): Promise<void> {
    const { browser, schemes, session, webContents } = this.#options;
    const origin = schemes.originOf(schemes.fromChromium(chromiumUrl));
    await session.permissions.apply(browser, { contents: webContents, origin, chromiumOrigin: new URL(chromiumUrl).origin });
  }

  async #fail({ requestId }: PausedRequest, errorReason: 'Aborted' | 'BlockedByClient' | 'Failed'): Promise<void> {
    await unlessGone(this.#options.page.send('Fetch.failRequest', { requestId, errorReason }));
  }
}
