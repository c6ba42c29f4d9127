import { App, type Application } from './app/app.ts';
import { launchChromium, type Chromium } from './chromium/launch-chromium.ts';
import { PageTargets } from './chromium/page-targets.ts';
import type { StandinControl } from './control.ts';
import { createEvent } from './core/preventable-event.ts';
import { Clipboard } from './desktop/clipboard.ts';
import { Dialog } from './desktop/dialog.ts';
import { Menu, MenuItem } from './desktop/menu.ts';
import { nativeImage } from './desktop/native-image.ts';
import { NativeTheme } from './desktop/native-theme.ts';
import { Notification, listNotifications } from './desktop/notification.ts';
import { PowerMonitor } from './desktop/power-monitor.ts';
import { SafeStorage } from './desktop/safe-storage.ts';
import { Screen } from './desktop/screen.ts';
import { Shell } from './desktop/shell.ts';
import { Tray, listTrays } from './desktop/tray.ts';
import { utilityProcess } from './desktop/utility-process.ts';
import { net } from './network/net.ts';
import { Protocol } from './network/protocol.ts';
import { SchemeMap } from './network/scheme-map.ts';
import { Session } from './network/session.ts';
import { bindWindows } from './window/bind-windows.ts';
import type { BrowserWindow } from './window/browser-window.ts';
import { IpcHub } from './window/ipc-hub.ts';
import type { PageHost } from './window/page-host.ts';
import { WindowRegistry } from './window/window-registry.ts';

/** The variable that stands for a keyring on the machine; Playwright sets `--password-store=basic` in any case. */
const PASSWORD_STORE = 'ELECTRON_STANDIN_PASSWORD_STORE';

function createRegistry(app: () => App): WindowRegistry<BrowserWindow> {
  return new WindowRegistry({
    onFocus: (focused, left) => {
      left?.emit('blur');
      if (left !== undefined) app().emit('browser-window-blur', createEvent({}), left);
      focused?.emit('focus');
      if (focused !== undefined) app().emit('browser-window-focus', createEvent({}), focused);
    },
    onLastClosed: () => app().lastWindowClosed(),
  });
}

/** Everything of Electron that the stand-in has, for one application. */
export type Electron = ReturnType<typeof createElectron>['electron'];

/**
 * Puts Electron together for one application.
 * @returns the module `electron`, what a test may do besides, and the start of Chromium
 */
export function createElectron(application: Application) {
  let chromium: Chromium | undefined;
  const browser = Promise.withResolvers<Awaited<PageHost['browser']>>();
  const registry = createRegistry(() => app);
  const schemes = new SchemeMap();
  const refreshNetwork = (): void => registry.all().forEach((window) => window.webContents.refreshNetwork());
  const app = new App(application, {
    windows: () => registry.all(),
    end: { closeBrowser: async () => chromium?.close(), exit: (code) => process.exit(code) },
  });
  const nativeTheme = new NativeTheme(() => {
    for (const { webContents } of registry.all()) void webContents.opened.then((page) => page.setColorScheme(nativeTheme.scheme));
  });
  const protocol = new Protocol({ schemes, isReady: () => app.isReady(), onChange: refreshNetwork });
  const session = new Session(protocol, refreshNetwork);
  const ipcMain = new IpcHub();
  const windows = bindWindows({
    registry,
    schemes,
    protocol,
    session,
    ipcMain,
    isReady: () => app.isReady(),
    appName: () => app.getName(),
    colorScheme: () => nativeTheme.scheme,
    browser: browser.promise,
    emitOnApp: (event, ...args) => void app.emit(event, ...args),
    createWindow: (options) => new windows.BrowserWindow(options),
  });
  const [dialog, shell] = [new Dialog(), new Shell()];
  const safeStorage = new SafeStorage({
    userData: () => app.getPath('userData'),
    isReady: () => app.isReady(),
    store: () => process.env[PASSWORD_STORE] ?? application.switches.get('password-store') ?? 'basic',
  });

  async function start(): Promise<void> {
    app.started();
    chromium = await launchChromium({ switches: application.switches, locale: app.getLocale() });
    process.on('exit', () => chromium?.kill());
    void chromium.ended.then(() => app.exit(1));
    const targets = await PageTargets.watch(chromium.connection);
    browser.resolve({ session: chromium.connection.root, targets });
    app.becomeReady();
  }

  const control: StandinControl = {
    notifications: listNotifications,
    trays: listTrays,
    dialogs: () => dialog.shown,
    opened: () => shell.opened,
    flashingWindows: () => registry.all().filter((window) => window.isFlashing).map((window) => window.id),
    setSystemTheme: (scheme) => nativeTheme.setSystem(scheme),
    leave: () => registry.focus(undefined),
  };
  Session.defaultSession = session;
  const electron = {
    ...windows,
    app,
    clipboard: new Clipboard(),
    dialog,
    ipcMain,
    Menu,
    MenuItem,
    nativeImage,
    nativeTheme,
    net,
    Notification,
    powerMonitor: new PowerMonitor(),
    protocol,
    safeStorage,
    screen: new Screen(),
    session: Session,
    shell,
    Tray,
    utilityProcess,
  };
  return { electron, control, start };
}
