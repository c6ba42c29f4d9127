import { ipcMain, type BrowserWindow, type WebContents, type WebFrameMain } from 'electron';
import { BRIDGE_CHANNELS } from '../../shared/contracts/bridge/channels.ts';
import type { Attention, Caller, Peer, Router } from '../bridge/index.ts';

type Sender = { readonly sender: WebContents; readonly senderFrame: WebFrameMain | null };

/** Windows that the bridge knows; a window that isn't among them is not answered. */
export type WindowTransport = { readonly attach: (window: BrowserWindow) => void };

/** Scheme and host of a frame. Node's own `origin` of an app: address is `null`. */
function originOf(frame: WebFrameMain | null): string | null {
  const url = frame && URL.parse(frame.url);
  return url ? `${url.protocol}//${url.host}` : null;
}

function attentionOf(window: BrowserWindow): Attention {
  if (window.isDestroyed() || !window.isVisible() || window.isMinimized()) return 'hidden';
  return window.isFocused() ? 'focused' : 'visible';
}

function peerOf(window: BrowserWindow): Peer {
  const contents = window.webContents;
  return {
    id: `window-${contents.id}`,
    attention: () => attentionOf(window),
    send: (messages) => {
      if (!contents.isDestroyed()) contents.send(BRIDGE_CHANNELS.message, messages);
    },
  };
}

/** Carries the bridge over Electron's ipc. Which frame speaks is read here and judged in the router. */
export function createWindowTransport(router: Router): WindowTransport {
  const peers = new Map<WebContents, Peer>();
  const reconsider = () => router.reconsider();

  function callerOf({ sender, senderFrame }: Sender): Caller | null {
    const peer = peers.get(sender);
    return peer ? { peer, origin: originOf(senderFrame), isMainFrame: senderFrame !== null && senderFrame.parent === null } : null;
  }

  ipcMain.handle(BRIDGE_CHANNELS.ask, (event, request: unknown) => {
    const caller = callerOf(event);
    return caller ? router.ask(caller, request) : { ok: false, error: { code: 'ORIGIN_REFUSED' } };
  });
  ipcMain.on(BRIDGE_CHANNELS.subscribe, (event, request: unknown) => {
    const caller = callerOf(event);
    if (caller) router.subscribe(caller, request);
  });
  ipcMain.on(BRIDGE_CHANNELS.unsubscribe, (event, subscriptionId: unknown) => {
    const caller = callerOf(event);
    if (caller) router.unsubscribe(caller, subscriptionId);
  });

  return {
    attach: (window) => {
      const contents = window.webContents;
      const peer = peerOf(window);
      peers.set(contents, peer);
      // A page that is replaced or dies takes its subscriptions with it.
      contents.on('did-navigate', () => router.drop(peer));
      contents.on('render-process-gone', () => router.drop(peer));
      window.on('focus', reconsider);
      window.on('blur', reconsider);
      window.on('show', reconsider);
      window.on('hide', reconsider);
      window.on('minimize', reconsider);
      window.on('restore', reconsider);
      window.on('closed', () => {
        router.drop(peer);
        peers.delete(contents);
      });
    },
  };
}
