import type { Rectangle } from 'electron';
import { assertLiving } from '../core/living.ts';
import { createEvent } from '../core/preventable-event.ts';
import { refuseRest, refuseRestOfStatics } from '../core/refuse-rest.ts';
import { StrictEmitter } from '../core/strict-emitter.ts';
import { WebContents } from './web-contents.ts';
import { WINDOW_EVENTS } from './window-events.ts';
import type { WindowHost } from './window-host.ts';
import { checkWindowOptions, type WindowOptions } from './window-options.ts';

type Placement = 'normal' | 'minimized' | 'maximized' | 'full-screen';

/** A window of the application: its place and state are kept here, its page is a window of Chromium's. */
export class BrowserWindow extends StrictEmitter {
  readonly id: number;
  readonly webContents: WebContents;
  readonly #host: WindowHost<BrowserWindow>;
  #bounds: Rectangle;
  #placement: Placement = 'normal';
  #title: string;
  #isVisible: boolean;
  #isFlashing = false;
  #hasLoaded = false;
  #isDestroyed = false;

  constructor(host: WindowHost<BrowserWindow>, options: WindowOptions) {
    super(WINDOW_EVENTS);
    if (!host.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    checkWindowOptions(options);
    const { x = 0, y = 0, width = 800, height = 600, title = host.appName(), show = true } = options;
    this.id = host.registry.nextId();
    this.#host = host;
    this.#bounds = { x, y, width, height };
    this.#title = title;
    this.#isVisible = show;
    this.webContents = new WebContents(host, this, options.webPreferences ?? {});
    host.registry.add(this);
    host.emitOnApp('web-contents-created', createEvent({}), this.webContents);
    host.emitOnApp('browser-window-created', createEvent({}), this);
    if (show) this.focus();
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  reload(): void {
    this.webContents.reload();
  }

  /** Asks the window to close; a listener of 'close' may refuse. */
  close(): void {
    if (this.#isDestroyed) return;
    const event = createEvent({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  /** Closes the window without asking it. */
  destroy(): void {
    if (this.#isDestroyed) return;
    void this.webContents.opened.then((page) => page.close());
    this.gone();
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  show(): void {
    this.#setVisible(true);
    this.focus();
  }

  showInactive(): void {
    this.#setVisible(true);
  }

  hide(): void {
    this.#setVisible(false);
    this.blur();
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  focus(): void {
    assertLiving(this.#isDestroyed);
    if (this.#isVisible) this.#host.registry.focus(this);
  }

  blur(): void {
    if (this.isFocused()) this.#host.registry.focus(undefined);
  }

  isFocused(): boolean {
    return this.#host.registry.focused === this;
  }

  minimize(): void {
    this.#place('minimized', 'minimize');
    this.blur();
  }

  restore(): void {
    this.#place('normal', 'restore');
    this.focus();
  }

  maximize(): void {
    this.#isVisible = true;
    this.#place('maximized', 'maximize');
  }

  unmaximize(): void {
    this.#place('normal', 'unmaximize');
  }

  setFullScreen(isFullScreen: boolean): void {
    this.#place(isFullScreen ? 'full-screen' : 'normal', isFullScreen ? 'enter-full-screen' : 'leave-full-screen');
  }

  isMinimized(): boolean {
    return this.#placement === 'minimized';
  }

  isMaximized(): boolean {
    return this.#placement === 'maximized';
  }

  isFullScreen(): boolean {
    return this.#placement === 'full-screen';
  }

  getBounds(): Rectangle {
    return { ...this.#bounds };
  }

  getNormalBounds(): Rectangle {
    return this.getBounds();
  }

  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height];
  }

  getPosition(): number[] {
    return [this.#bounds.x, this.#bounds.y];
  }

  setBounds(bounds: Partial<Rectangle>): void {
    assertLiving(this.#isDestroyed);
    const before = this.#bounds;
    this.#bounds = { ...before, ...bounds };
    const { x, y, width, height } = this.#bounds;
    if (x !== before.x || y !== before.y) this.#emitEach('move', 'moved');
    if (width === before.width && height === before.height) return;
    void this.webContents.opened.then((page) => page.setSize({ width, height }));
    this.#emitEach('resize', 'resized');
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  setTitle(title: string): void {
    assertLiving(this.#isDestroyed);
    this.#title = title;
  }

  getTitle(): string {
    return this.#title;
  }

  flashFrame(isFlashing: boolean): void {
    this.#isFlashing = isFlashing;
  }

  capturePage(): ReturnType<WebContents['capturePage']> {
    return this.webContents.capturePage();
  }

  /** Accepted: the frame of the window is nobody's to see here. */
  setBackgroundColor(_color: string): void {}
  setAutoHideMenuBar(_hide: boolean): void {}
  setIcon(_icon: object | string): void {}
  setMenuBarVisibility(_isVisible: boolean): void {}
  setMinimumSize(_width: number, _height: number): void {}
  setTitleBarOverlay(_options: object): void {}
  removeMenu(): void {}

  /** The stand-in's own: whether the window asks for attention. */
  get isFlashing(): boolean {
    return this.#isFlashing;
  }

  /** The stand-in's own: its page has finished a load. */
  loaded(): void {
    if (this.#hasLoaded) return;
    this.#hasLoaded = true;
    this.emit('ready-to-show');
  }

  /** The stand-in's own: its page has another title. */
  retitle(title: string): void {
    const event = createEvent({});
    this.emit('page-title-updated', event, title, true);
    if (!event.defaultPrevented) this.#title = title;
  }

  /** The stand-in's own: its page is gone or going. */
  gone(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.webContents.destroyed();
    this.emit('closed');
    this.#host.registry.remove(this);
  }

  #setVisible(isVisible: boolean): void {
    assertLiving(this.#isDestroyed);
    if (this.#isVisible === isVisible) return;
    this.#isVisible = isVisible;
    this.emit(isVisible ? 'show' : 'hide');
  }

  #place(placement: Placement, event: string): void {
    assertLiving(this.#isDestroyed);
    if (this.#placement === placement) return;
    this.#placement = placement;
    this.emit(event);
  }

  #emitEach(...events: string[]): void {
    for (const event of events) this.emit(event);
  }
}

refuseRest(BrowserWindow.prototype, 'BrowserWindow', ['id', 'webContents']);
refuseRestOfStatics(BrowserWindow, 'BrowserWindow');
