import type { EventTable } from '../core/strict-emitter.ts';

/** The events of `app`. Those of macOS, and faults that can't be had here, a test may emit by itself. */
export const APP_EVENTS: EventTable = {
  api: 'App',
  fired: [
    'will-finish-launching', 'ready', 'window-all-closed', 'before-quit', 'will-quit', 'quit', 'second-instance',
    'web-contents-created', 'browser-window-created', 'browser-window-focus', 'browser-window-blur', 'render-process-gone',
  ],
  never: ['activate', 'open-url', 'open-file', 'child-process-gone', 'certificate-error', 'select-client-certificate', 'login'],
};
