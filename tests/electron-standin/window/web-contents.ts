import { readFileSync } from 'node:fs';
import type { WebPreferences, WindowOpenHandlerResponse } from 'electron';
import type { CdpSession } from '../chromium/cdp-connection.ts';
import type { PageTarget } from '../chromium/page-targets.ts';
import { createEvent } from '../core/preventable-event.ts';
import { assertLiving } from '../core/living.ts';
import { refuseRest, refuseRestOfStatics } from '../core/refuse-rest.ts';
import { report } from '../core/report.ts';
import { StrictEmitter } from '../core/strict-emitter.ts';
import { nativeImage } from '../desktop/native-image.ts';
import type { Session } from '../network/session.ts';
import type { PreloadScript } from '../page/compose-scripts.ts';
import { DocumentState } from './document-state.ts';
import { IpcHub } from './ipc-hub.ts';
import { IpcRouter } from './ipc-router.ts';
import type { PageHost, PageWindow } from './page-host.ts';
import { Page, type PageHooks } from './page.ts';
import { PageNetwork } from './page-network.ts';
import { WEB_CONTENTS_EVENTS } from './window-events.ts';
import { WebFrameMain } from './web-frame-main.ts';

type OpenDetails = Parameters<PageHooks['onWindowOpen']>[0] & { referrer: { url: string; policy: 'strict-origin-when-cross-origin' } };
type OpenHandler = (details: OpenDetails) => WindowOpenHandlerResponse;

/** The page of one window, as Electron shows it to the main process. */
export class WebContents extends StrictEmitter {
  readonly id: number;
  readonly ipc = new IpcHub();
  readonly session: Session;
  readonly mainFrame: WebFrameMain;
  readonly #host: PageHost;
  readonly #window: PageWindow;
  readonly #page: Promise<Page>;
  readonly #router: IpcRouter;
  readonly #document: DocumentState;
  #network: PageNetwork | undefined;
  #targetId: string | undefined;
  #openHandler: OpenHandler | null = null;
  #isDestroyed = false;

  constructor(host: PageHost, window: PageWindow, preferences: WebPreferences) {
    super(WEB_CONTENTS_EVENTS);
    this.id = window.id;
    this.#host = host;
    this.#window = window;
    this.session = host.session;
    this.#document = new DocumentState(this.id, (event, ...args) => void this.emit(event, ...args));
    const send = (channel: string, ...args: unknown[]): void => this.send(channel, ...args);
    this.mainFrame = new WebFrameMain({ id: this.id, url: () => this.#document.url, originOf: (url) => host.schemes.originOf(url), send });
    this.#page = this.#open(preferences);
    this.#router = this.#createRouter(preferences);
  }

  /** The stand-in's own: settles when the page is there, and rejects when Chromium would not open it. */
  get opened(): Promise<Page> {
    return this.#page;
  }

  /** The stand-in's own: DevTools' name of the page, by which Playwright finds its window. */
  get targetId(): string | undefined {
    return this.#targetId;
  }

  async loadURL(url: string): Promise<void> {
    assertLiving(this.#isDestroyed);
    const page = await this.#page;
    this.#document.startLoading();
    this.emit('did-start-navigation', createEvent({ url, isSameDocument: false, isMainFrame: true }), url, false, true);
    try {
      await page.navigate(this.#host.schemes.toChromium(url));
    } catch (error) {
      throw this.#document.failLoading(url, (error as Error).message);
    }
  }

  reload(): void {
    this.#do((page) => page.reload(false));
  }

  reloadIgnoringCache(): void {
    this.#do((page) => page.reload(true));
  }

  send(channel: string, ...args: unknown[]): void {
    const clones = structuredClone(args);
    this.#do((page) => page.post({ kind: 'event', channel, args: clones }));
  }

  async executeJavaScript(code: string): Promise<unknown> {
    assertLiving(this.#isDestroyed);
    return (await this.#page).evaluate(code);
  }

  async capturePage(): Promise<ReturnType<typeof nativeImage.createFromBuffer>> {
    assertLiving(this.#isDestroyed);
    return nativeImage.createFromBuffer(await (await this.#page).capture());
  }

  forcefullyCrashRenderer(): void {
    this.#do((page) => page.crash());
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  /** As if the page had closed itself: the window goes without being asked. */
  close(): void {
    this.#window.destroy();
  }

  focus(): void {
    this.#window.focus();
  }

  isFocused(): boolean {
    return this.#window.isFocused();
  }

  getURL(): string {
    return this.#document.url;
  }

  getTitle(): string {
    return this.#document.title;
  }

  getType(): 'window' {
    return 'window';
  }

  isLoading(): boolean {
    return this.#document.isLoading;
  }

  isCrashed(): boolean {
    return this.#document.isCrashed;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  /** The stand-in's own: the window is gone. */
  destroyed(): void {
    this.#isDestroyed = true;
    this.emit('destroyed');
  }

  /** The stand-in's own: the application has changed what requests it wants to see. */
  refreshNetwork(): void {
    void this.#network?.refresh();
  }

  // The page may still be on its way; what is done to it waits, in order.
  #do(act: (page: Page) => void): void {
    assertLiving(this.#isDestroyed);
    void this.#page.then((page) => (this.#isDestroyed ? undefined : act(page)));
  }

  async #open(preferences: WebPreferences): Promise<Page> {
    const { targets, session: browser } = await this.#host.browser;
    const { preload } = preferences;
    return Page.open({
      targets,
      size: this.#window.getBounds(),
      preload: preload === undefined ? undefined : readPreload(preload, preferences),
      hooks: this.#createHooks(),
      prepare: (target) => this.#holdRequests(target, browser),
    });
  }

  async #holdRequests({ targetId, session: page }: PageTarget, browser: CdpSession): Promise<void> {
    const { schemes, protocol, session } = this.#host;
    this.#targetId = targetId;
    this.#network = new PageNetwork({
      mainFrameId: targetId,
      webContents: this,
      browser,
      page,
      schemes,
      protocol,
      session,
      allowsNavigation: (navigation) => this.#allowsNavigation(navigation),
      onFault: (error) => report('A request of the page could not be answered:', error),
    });
    await this.#network.refresh();
  }

  #createHooks(): PageHooks {
    const { schemes } = this.#host;
    return {
      onMessage: (message, answer) => this.#router.receive(message, answer),
      onNavigated: (url) => this.#navigated(schemes.fromChromium(url)),
      onNavigatedInPage: (url) => this.#document.navigatedInPage(schemes.fromChromium(url)),
      onReady: () => this.emit('dom-ready', createEvent({})),
      onLoaded: () => {
        this.#document.finishLoading();
        this.#window.loaded();
      },
      onTitle: (title) => {
        if (this.#document.retitle(title)) this.#window.retitle(title);
      },
      onCrashed: () => this.#host.emitOnApp('render-process-gone', createEvent({}), this, this.#document.crashed()),
      onGone: () => this.#window.gone(),
      onWindowOpen: (details) => this.#askToOpen({ ...details, url: schemes.fromChromium(details.url) }),
      onNavigationRequested: (url) => this.#network?.expectNavigation(url),
    };
  }

  #createRouter({ preload }: WebPreferences): IpcRouter {
    return new IpcRouter({
      hubs: [this.ipc, this.#host.ipcMain],
      createEvent: () => this.#createIpcEvent(),
      onPreloadFailed: (error) => {
        report(`Unable to load preload script: ${preload}`, error);
        this.emit('preload-error', createEvent({}), preload, error);
      },
    });
  }

  #createIpcEvent(): object {
    const reply = (channel: string, ...args: unknown[]): void => this.send(channel, ...args);
    const fields = { type: 'frame', sender: this, senderFrame: this.mainFrame, processId: this.id, frameId: 1, ports: [], reply };
    return createEvent(fields);
  }

  #navigated(url: string): void {
    this.#document.navigated(url);
    // Playwright sets its own colour scheme when it meets a page; the application's comes after.
    this.#do((page) => void page.setColorScheme(this.#host.colorScheme()));
  }

  #allowsNavigation({ url, isMainFrame, isRedirect }: { url: string; isMainFrame: boolean; isRedirect: boolean }): boolean {
    const event = createEvent({ url, isMainFrame, isSameDocument: false, frame: isMainFrame ? this.mainFrame : null, initiator: this.mainFrame });
    const names = isRedirect ? ['will-redirect'] : ['will-frame-navigate', ...(isMainFrame ? ['will-navigate'] : [])];
    for (const name of names) this.emit(name, event, url, false, isMainFrame, this.id, 1);
    return !event.defaultPrevented;
  }

  // Chromium's own new page has been closed already; an allowed one is opened as a window of the application.
  #askToOpen(details: Parameters<PageHooks['onWindowOpen']>[0]): void {
    const referrer = { url: this.#document.url, policy: 'strict-origin-when-cross-origin' } as const;
    const answer = this.#openHandler?.({ ...details, referrer }) ?? { action: 'allow' };
    if (answer.action === 'deny') return;
    const window = this.#host.createWindow(answer.overrideBrowserWindowOptions ?? {});
    window.loadURL(details.url).catch((error: unknown) => report(`A window could not load ${details.url}:`, error));
    this.emit('did-create-window', window, { ...details, referrer, options: {} });
  }
}

function readPreload(path: string, { additionalArguments }: WebPreferences): PreloadScript {
  const { platform, arch, versions, env } = process;
  const shown = { platform, arch, versions, env, argv: additionalArguments ?? [], type: 'renderer', contextIsolated: true, sandboxed: true };
  return { path, source: readFileSync(path, 'utf8'), process: shown };
}

refuseRest(WebContents.prototype, 'WebContents', ['id', 'ipc', 'session', 'mainFrame']);
refuseRestOfStatics(WebContents, 'WebContents');
