import type { CdpSession } from '../chromium/cdp-connection.ts';
import type { PageTargets } from '../chromium/page-targets.ts';
import type { Protocol } from '../network/protocol.ts';
import type { SchemeMap } from '../network/scheme-map.ts';
import type { Session } from '../network/session.ts';
import type { BrowserWindow } from './browser-window.ts';
import type { IpcHub } from './ipc-hub.ts';
import type { WindowOptions } from './window-options.ts';
import type { WindowRegistry } from './window-registry.ts';

/** What windows need of the application around them. */
export interface WindowHost {
  readonly registry: WindowRegistry;
  readonly schemes: SchemeMap;
  readonly protocol: Protocol;
  readonly session: Session;
  readonly ipcMain: IpcHub;
  readonly isReady: () => boolean;
  readonly appName: () => string;
  readonly colorScheme: () => 'dark' | 'light';
  /** Opens a page once Chromium is there. */
  readonly browser: Promise<{ readonly session: CdpSession; readonly targets: PageTargets }>;
  /** Fires an event of `app`. */
  readonly emitOnApp: (event: string, ...args: unknown[]) => void;
  readonly createWindow: (options: WindowOptions) => BrowserWindow;
}
