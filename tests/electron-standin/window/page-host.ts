import type { Rectangle } from 'electron';
import type { CdpSession } from '../chromium/cdp-connection.ts';
import type { PageTargets } from '../chromium/page-targets.ts';
import type { Protocol } from '../network/protocol.ts';
import type { SchemeMap } from '../network/scheme-map.ts';
import type { Session } from '../network/session.ts';
import type { IpcHub } from './ipc-hub.ts';
import type { WindowOptions } from './window-options.ts';

/** What a page needs of the window it is shown in. */
export interface PageWindow {
  readonly id: number;
  focus(): void;
  isFocused(): boolean;
  getBounds(): Rectangle;
  destroy(): void;
  /** The page has finished a load. */
  loaded(): void;
  /** The page has another title. */
  retitle(title: string): void;
  /** The page is gone or going. */
  gone(): void;
}

/** What a page needs of the application around it. */
export interface PageHost {
  readonly schemes: SchemeMap;
  readonly protocol: Protocol;
  readonly session: Session;
  readonly ipcMain: IpcHub;
  readonly colorScheme: () => 'dark' | 'light';
  /** Opens a page once Chromium is there. */
  readonly browser: Promise<{ readonly session: CdpSession; readonly targets: PageTargets }>;
  /** Fires an event of `app`. */
  readonly emitOnApp: (event: string, ...args: unknown[]) => void;
  readonly createWindow: (options: WindowOptions) => { loadURL(url: string): Promise<void> };
}
