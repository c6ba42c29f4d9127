/** The room's public face: Electron, as the composition root uses it. */
export { PAGE_ORIGIN, registerAppScheme, serveAppScheme } from './app-scheme.ts';
export { DEEP_LINK_SCHEME, deepLinkIn } from './deep-link.ts';
export { openShell, type DeskShell } from './desk-shell.ts';
export { startDemoCustomers } from './demo-customers-process.ts';
export { createEmbeddedBackend } from './embedded-backend-process.ts';
export { harden } from './hardening.ts';
export { createWindowTransport } from './ipc-transport.ts';
export { setApplicationMenu } from './menu.ts';
export { createNativeNotifier } from './native-notifier.ts';
export { openExternal } from './open-external.ts';
