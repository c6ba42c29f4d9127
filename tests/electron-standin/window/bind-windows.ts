import { BrowserWindow } from './browser-window.ts';
import { WebContents } from './web-contents.ts';
import type { WindowHost } from './window-host.ts';
import type { WindowOptions } from './window-options.ts';

/** The classes as `electron` exports them: made by an application, which knows nothing of a host. */
export function bindWindows(host: WindowHost) {
  return { BrowserWindow: bindBrowserWindow(host), webContents: bindWebContents(host) };
}

function bindBrowserWindow(host: WindowHost) {
  return class ElectronBrowserWindow extends BrowserWindow {
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
      return contents.isDestroyed() ? null : contents.window;
    }

    static fromId(id: number): BrowserWindow | null {
      return host.registry.get(id) ?? null;
    }
  };
}

function bindWebContents(host: WindowHost) {
  const all = (): WebContents[] => host.registry.all().map((window) => window.webContents);
  return Object.assign(WebContents, {
    getAllWebContents: all,
    getFocusedWebContents: () => host.registry.focused?.webContents ?? null,
    fromId: (id: number) => host.registry.get(id)?.webContents,
    fromDevToolsTargetId: (targetId: string) => all().find((contents) => contents.targetId === targetId),
  });
}
