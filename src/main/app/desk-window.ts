import { BrowserWindow, screen, type Rectangle } from 'electron';
import type { Log } from '../ports/log.ts';
import { PAGE_URL } from './app-scheme.ts';

type Placement = { readonly bounds: Rectangle; readonly isMaximized: boolean };

export type WindowPlacement = { readonly read: () => Placement | null; readonly write: (placement: Placement) => void };

const DEFAULT_SIZE = { width: 1440, height: 900 };
const LEAST_SIZE = { minWidth: 1024, minHeight: 680 };
/** A page that dies is loaded again this often; then it is left, so that a broken one does not burn the machine. */
const RELOADS_MOST = 5;

function overlaps(one: Rectangle, other: Rectangle): boolean {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
}

/** A place on a screen that is there: one may have been unplugged. */
const isOnScreen = (bounds: Rectangle): boolean => screen.getAllDisplays().some(({ workArea }) => overlaps(bounds, workArea));

function remember(window: BrowserWindow, placement: WindowPlacement): void {
  const write = () => placement.write({ bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
  window.on('close', write);
}

/** The main process holds all that matters, so a dead page is only loaded again. */
function reviveWhenGone(window: BrowserWindow, log: Log): void {
  let reloads = 0;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    reloads += 1;
    log.error({ reason, reloads }, 'the page died');
    if (reloads <= RELOADS_MOST) window.webContents.reload();
  });
}

type Deps = { readonly preload: string; readonly placement: WindowPlacement; readonly log: Log };

/** The desk's window: sandboxed, isolated, where it was the last time. It is shown once it has something to show. */
export function createDeskWindow({ preload, placement, log }: Deps): BrowserWindow {
  const last = placement.read();
  const window = new BrowserWindow({
    ...DEFAULT_SIZE,
    ...(last && isOnScreen(last.bounds) ? last.bounds : {}),
    ...LEAST_SIZE,
    title: 'Baton',
    show: false,
    webPreferences: { preload, contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false, spellcheck: false },
  });
  if (last?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  remember(window, placement);
  reviveWhenGone(window, log);
  window.loadURL(PAGE_URL).catch((problem: unknown) => log.error({ problem: String(problem) }, 'the page could not be loaded'));
  return window;
}
