import { BrowserWindow } from './browser-window.ts';
import { WebContents } from './web-contents.ts';
import type { WindowHost } from './window-host.ts';
import type { WindowOptions } from './window-options.ts';

/** `BrowserWindow` as an application knows it. */
export interface BrowserWindowClass {
  new (options?: WindowOptions): BrowserWindow;
  getAllWindows(): BrowserWindow[];
  getFocusedWindow(): BrowserWindow | null;
  fromWebContents(contents: WebContents): BrowserWindow | null;
  fromId(id: number): BrowserWindow | null;
}

/** `webContents` as an application knows it. */
export interface WebContentsClass {
  getAllWebContents(): WebContents[];
  getFocusedWebContents(): WebContents | null;
  fromId(id: number): WebContents | undefined;
  fromDevToolsTargetId(targetId: string): WebContents | undefined;
}

/** The classes as `electron` exports them: made by an application, which knows nothing of a host. */
export function bindWindows(host: WindowHost<BrowserWindow>): { BrowserWindow: BrowserWindowClass; webContents: WebContentsClass } {
  return { BrowserWindow: bindBrowserWindow(host), webContents: bindWebContents(host) };
}

function bindBrowserWindow(host: WindowHost<BrowserWindow>): BrowserWindowClass {
  return class extends BrowserWindow {
    constructor(options: WindowOptions = {}) {
      super(host, options);
    }

    static getAllWindows(): BrowserWindow[] {
      return host.registry.all();
    }

    static getFocusedWindow(): BrowserWindow | null {
      return host.registry.focused ?? null;
    }

    static fromWebContents(contents: WebContents): BrowserWindow | null {
      return host.registry.get(contents.id) ?? null;
    }

    static fromId(id: number): BrowserWindow | null {
      return host.registry.get(id) ?? null;
    }
  };
}

function bindWebContents(host: WindowHost<BrowserWindow>): WebContentsClass {
  const all = (): WebContents[] => host.registry.all().map((window) => window.webContents);
  return Object.assign(WebContents, {
    getAllWebContents: all,
    getFocusedWebContents: () => host.registry.focused?.webContents ?? null,
    fromId: (id: number) => host.registry.get(id)?.webContents,
    fromDevToolsTargetId: (targetId: string) => all().find((contents) => contents.targetId === targetId),
  });
}
