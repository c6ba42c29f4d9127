import { randomBytes } from 'node:crypto';
import { unlessGone, type CdpSession } from '../chromium/cdp-connection.ts';
import type { PageTarget, PageTargets } from '../chromium/page-targets.ts';
import { createCloneCodec } from '../page/clone-codec.ts';
import { composePageScript, composePreloadScript, POST_BINDING, PRELOAD_WORLD, RECEIVER, type PreloadScript } from '../page/compose-scripts.ts';
import type { FromPage, IpcFromPage, ToPage } from '../page/page-messages.ts';

/** What happens in a page, in Chromium's own addresses. */
export interface PageHooks {
  /** The answer goes to the document that spoke, if it is still there. */
  onMessage(message: IpcFromPage, answer: (message: ToPage) => void): void;
  onNavigated(url: string): void;
  onNavigatedInPage(url: string): void;
  onReady(): void;
  onLoaded(): void;
  onTitle(title: string): void;
  onCrashed(): void;
  onGone(): void;
  onWindowOpen(details: { url: string; frameName: string; features: string; disposition: 'foreground-tab' | 'background-tab' | 'new-window' }): void;
  onNavigationRequested(url: string): void;
}

/** What a page is opened with. */
export interface PageOptions {
  readonly targets: PageTargets;
  readonly size: { readonly width: number; readonly height: number };
  readonly preload: PreloadScript | undefined;
  readonly hooks: PageHooks;
  /** Called before the page runs, to hold its requests. */
  readonly prepare: (target: PageTarget) => Promise<void>;
}

const codec = createCloneCodec();

/** One page of Chromium with its preload, as the protocol shows it. */
export class Page {
  readonly targetId: string;
  readonly session: CdpSession;
  readonly #targets: PageTargets;
  readonly #hooks: PageHooks;
  readonly #loads = new Map<string, () => void>();
  #preloadContext: number | undefined;
  #document = '';
  #loaded = '';

  private constructor(options: PageOptions, target: PageTarget) {
    this.targetId = target.targetId;
    this.session = target.session;
    this.#targets = options.targets;
    this.#hooks = options.hooks;
  }

  /** Opens a window of Chromium on an empty page, ready to load the application's first document. */
  static async open(options: PageOptions): Promise<Page> {
    const { hooks } = options;
    const target = await options.targets.open(options.size, () => hooks.onGone());
    const page = new Page(options, target);
    page.#listen();
    await Promise.all([page.#setUp(options), options.prepare(target), target.session.send('Runtime.runIfWaitingForDebugger')]);
    return page;
  }

  /** Loads an address; settles when the document and what it refers to is there. Throws Chromium's error text. */
  async navigate(url: string): Promise<void> {
    const { loaderId, errorText } = await this.session.send('Page.navigate', { url });
    if (errorText !== undefined) throw new Error(errorText.replace('net::', ''));
    // Another hash on the same document loads nothing.
    if (loaderId === undefined || this.#loaded === loaderId) return;
    await new Promise<void>((resolve) => this.#loads.set(loaderId, resolve));
  }

  reload(ignoreCache: boolean): void {
    void unlessGone(this.session.send('Page.reload', { ignoreCache }));
  }

  /** Ends the renderer process, as a fault in it would. */
  crash(): void {
    void unlessGone(this.session.send('Page.crash'));
  }

  /** Says something to the preload; lost when there is no document, as in Electron. */
  post(message: ToPage): void {
    if (this.#preloadContext !== undefined) this.#postTo(this.#preloadContext, message);
  }

  #postTo(context: number, message: ToPage): void {
    const expression = `${RECEIVER}(${JSON.stringify(codec.encode(message))})`;
    void unlessGone(this.session.send('Runtime.evaluate', { contextId: context, expression }));
  }

  /** Runs an expression in the page's own world and returns its value. */
  async evaluate(expression: string): Promise<unknown> {
    const answer = await this.session.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true, userGesture: true });
    if (answer.exceptionDetails === undefined) return answer.result.value;
    throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
  }

  async setSize(size: { width: number; height: number }): Promise<void> {
    await unlessGone(this.session.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false }));
  }

  async setColorScheme(scheme: 'dark' | 'light'): Promise<void> {
    await unlessGone(this.session.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] }));
  }

  /** A PNG of what the window shows. */
  async capture(): Promise<Buffer> {
    const { data } = await this.session.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(data, 'base64');
  }

  close(): Promise<void> {
    return this.#targets.close(this.targetId);
  }

  async #setUp({ size, preload }: PageOptions): Promise<void> {
    const { session } = this;
    const secret = randomBytes(16).toString('hex');
    await Promise.all([
      session.send('Page.enable'),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', { name: POST_BINDING, executionContextName: PRELOAD_WORLD }),
      this.setSize(size),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: composePageScript(secret) }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: composePreloadScript(secret, preload), worldName: PRELOAD_WORLD }),
    ]);
  }

  #listen(): void {
    this.#listenToDocument();
    this.#listenToPreload();
    const { session } = this;
    session.on('Inspector.targetCrashed', () => this.#hooks.onCrashed());
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      this.#hooks.onWindowOpen({ url, frameName: windowName, features: windowFeatures.join(','), disposition: 'foreground-tab' });
    });
    session.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
      if (disposition === 'newTab') this.#hooks.onWindowOpen({ url, frameName: '', features: '', disposition: 'background-tab' });
      else if (disposition === 'newWindow') this.#hooks.onWindowOpen({ url, frameName: '', features: '', disposition: 'new-window' });
      else if (frameId === this.targetId) this.#hooks.onNavigationRequested(url);
    });
  }

  #listenToDocument(): void {
    const { session } = this;
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined || frame.url.startsWith('about:blank')) return;
      this.#document = frame.loaderId;
      this.#hooks.onNavigated(frame.url + (frame.urlFragment ?? ''));
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.targetId) this.#hooks.onNavigatedInPage(url);
    });
    session.on('Page.lifecycleEvent', ({ name, loaderId }) => {
      if (loaderId !== this.#document) return;
      if (name === 'DOMContentLoaded') this.#hooks.onReady();
      if (name === 'load') this.#finishLoad(loaderId);
    });
  }

  #finishLoad(loaderId: string): void {
    this.#loaded = loaderId;
    this.#hooks.onLoaded();
    this.#loads.get(loaderId)?.();
    this.#loads.clear();
  }

  #listenToPreload(): void {
    const { session } = this;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const frame = (context.auxData as { frameId?: string } | undefined)?.frameId;
      if (context.name === PRELOAD_WORLD && frame === this.targetId) this.#preloadContext = context.id;
    });
    session.on('Runtime.executionContextsCleared', () => (this.#preloadContext = undefined));
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== POST_BINDING) return;
      const message = codec.decode(payload) as FromPage;
      if (message.kind === 'title') this.#hooks.onTitle(message.title);
      else this.#hooks.onMessage(message, (answer) => this.#postTo(executionContextId, answer));
    });
  }
}
