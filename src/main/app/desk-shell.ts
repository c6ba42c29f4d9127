import { app, nativeTheme, type BrowserWindow } from 'electron';
import type { Log } from '../ports/log.ts';
import type { Desk } from '../sessions/index.ts';
import { parseDeepLink, deepLinkIn } from './deep-link.ts';
import { createDeskWindow, type WindowPlacement } from './desk-window.ts';
import type { WindowTransport } from './ipc-transport.ts';
import { createTray } from './tray.ts';

type Deps = { readonly desk: Desk; readonly transport: WindowTransport; readonly preload: string; readonly placement: WindowPlacement; readonly log: Log };

/** Window and tray around a desk. The window comes and goes, the desk stays. */
export type DeskShell = {
  readonly show: () => void;
  readonly showConversation: (conversationId: string) => void;
  /** An address of ours, from wherever; one that can't be read only shows the window. */
  readonly openLink: (address: string | null) => void;
  readonly setBadge: (count: number) => void;
};

/** Holds the window, and makes another when it is gone. */
function createWindowHolder({ transport, preload, placement, log }: Deps) {
  let window: BrowserWindow | null = null;
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });

  function open(): BrowserWindow {
    const opened = createDeskWindow({ preload, placement, log });
    transport.attach(opened);
    opened.on('close', (event) => {
      // Beside the tray the desk goes on without its window: notices come, the outbox drains.
      if (isQuitting) return;
      event.preventDefault();
      opened.hide();
    });
    opened.on('closed', () => {
      window = null;
    });
    return opened;
  }

  return {
    /** Makes the window, which shows itself when it has something to show. */
    ensure: () => {
      window ??= open();
      return window;
    },
    show: () => {
      if (!window) return void (window = open());
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
  };
}

/** Opens window and tray, and follows what the person and the system ask of them. */
export function openShell(deps: Deps): DeskShell {
  const { desk } = deps;
  const { ensure, show } = createWindowHolder(deps);
  const { language, theme } = desk.state.settings;
  const tray = createTray({ language, onOpen: show, onQuit: () => app.quit() });

  function openLink(address: string | null): void {
    const link = parseDeepLink(address ?? '');
    if (link.kind === 'conversation') desk.navigation.toConversation(link.conversationId);
  }

  nativeTheme.themeSource = theme;
  desk.changed.on(({ settings }) => {
    if (nativeTheme.themeSource !== settings.theme) nativeTheme.themeSource = settings.theme;
    tray.setLanguage(settings.language);
  });
  app.on('activate', show);
  app.on('second-instance', (_event, commandLine) => {
    show();
    openLink(deepLinkIn(commandLine));
  });
  app.on('open-url', (event, address) => {
    event.preventDefault();
    show();
    openLink(address);
  });
  ensure();

  return {
    show,
    openLink,
    setBadge: tray.setBadge,
    showConversation: (conversationId) => {
      show();
      desk.navigation.toConversation(conversationId);
    },
  };
}
