import type { EventTable } from '../core/strict-emitter.ts';

/** The events of a page. A page here has no webview, no certificate of its own, no device to choose, and is never found hanging. */
export const WEB_CONTENTS_EVENTS: EventTable = {
  api: 'WebContents',
  fired: [
    'did-start-navigation', 'did-navigate', 'did-navigate-in-page', 'will-navigate', 'will-frame-navigate', 'will-redirect',
    'did-start-loading', 'did-stop-loading', 'did-finish-load', 'did-fail-load', 'dom-ready', 'page-title-updated',
    'did-create-window', 'preload-error', 'render-process-gone', 'destroyed',
  ],
  never: [
    'will-attach-webview', 'did-attach-webview', 'unresponsive', 'responsive', 'will-prevent-unload',
    'certificate-error', 'select-client-certificate', 'login', 'select-bluetooth-device',
  ],
};

/** The events of a window. Nobody drags, snaps or ends the session of a window without a screen. */
export const WINDOW_EVENTS: EventTable = {
  api: 'BrowserWindow',
  fired: [
    'show', 'hide', 'focus', 'blur', 'minimize', 'restore', 'maximize', 'unmaximize', 'enter-full-screen', 'leave-full-screen',
    'resize', 'resized', 'move', 'moved', 'ready-to-show', 'page-title-updated', 'close', 'closed',
  ],
  never: ['responsive', 'unresponsive', 'will-move', 'will-resize', 'session-end', 'query-session-end'],
};
