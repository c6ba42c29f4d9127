import { app, type Session } from 'electron';
import { PAGE_ORIGIN } from './app-scheme.ts';

/** The one permission that a page of ours may use: copying text. */
const ALLOWED_PERMISSION = 'clipboard-sanitized-write';

const isOurs = (url: string): boolean => url.startsWith(`${PAGE_ORIGIN}/`);

/** Shuts what a desk doesn't need: leaving its page, new windows, webviews, devices and permissions. */
export function harden(session: Session): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  session.setPermissionRequestHandler((contents, permission, answer) => answer(permission === ALLOWED_PERMISSION && isOurs(contents.getURL())));
  session.setPermissionCheckHandler((_contents, permission, origin) => permission === ALLOWED_PERMISSION && (origin === PAGE_ORIGIN || isOurs(origin)));
  session.setDevicePermissionHandler(() => false);
}
