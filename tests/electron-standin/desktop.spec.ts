import { expect } from '@playwright/test';
import { test } from './standin.fixture.ts';

test('a notification is shown, clicked and dismissed', async ({ desk }) => {
  const events = await desk.app.evaluate(async ({ Notification }) => {
    const seen: string[] = [];
    const shown = Promise.withResolvers<void>();
    for (const title of ['first', 'second']) {
      const notification = new Notification({ title, body: 'text' });
      notification.on('show', () => shown.resolve());
      notification.on('click', () => seen.push(`click ${title}`));
      notification.on('close', () => seen.push(`close ${title}`));
      notification.show();
    }
    await shown.promise;
    const [first, second] = globalThis.electronStandin?.notifications() ?? [];
    first?.press();
    second?.dismiss();
    return [...seen, Notification.isSupported(), globalThis.electronStandin?.notifications().length];
  });
  expect(events).toEqual(['click first', 'close first', 'close second', true, 0]);
});

test('the tray has a menu to choose from', async ({ desk }) => {
  const chosen = await desk.app.evaluate(({ Menu, nativeImage, Tray }) => {
    const seen: string[] = [];
    const tray = new Tray(nativeImage.createEmpty());
    tray.setToolTip('3');
    tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Show', click: () => seen.push('show') }, { type: 'separator' }, { label: 'Sound', type: 'checkbox', id: 'sound' }]));
    tray.on('click', () => seen.push('click'));
    const [icon] = globalThis.electronStandin?.trays() ?? [];
    icon?.emit('click');
    icon?.choose('Show');
    icon?.choose('Sound');
    const { toolTip, menu } = icon?.describe() ?? {};
    tray.destroy();
    return [...seen, toolTip, menu?.getMenuItemById('sound')?.checked, globalThis.electronStandin?.trays().length];
  });
  expect(chosen).toEqual(['click', 'show', '3', true, 0]);
});

test('the application menu holds its items; a role can not be carried out', async ({ desk }) => {
  const outcome = await desk.app.evaluate(({ Menu }) => {
    Menu.setApplicationMenu(Menu.buildFromTemplate([{ label: 'File', submenu: [{ id: 'quit', role: 'quit' }] }]));
    const quit = Menu.getApplicationMenu()?.getMenuItemById('quit');
    try {
      return quit?.click();
    } catch (error) {
      return String(error);
    }
  });
  expect(outcome).toContain("the menu role 'quit'");
});

test('secrets survive a restart and not a change', async ({ launch }) => {
  const first = await launch();
  const encrypted = await first.app.evaluate(async ({ safeStorage }) => {
    const bytes = await safeStorage.encryptStringAsync('秘密');
    return { bytes: bytes.toString('base64'), isPlain: bytes.includes('秘密'), backend: safeStorage.getSelectedStorageBackend(), isAvailable: await safeStorage.isAsyncEncryptionAvailable() };
  });
  expect(encrypted).toMatchObject({ isPlain: false, backend: 'basic_text', isAvailable: true });
  await first.app.close();
  const second = await launch({ userDataDir: first.userDataDir, env: { ELECTRON_STANDIN_PASSWORD_STORE: 'gnome-libsecret' } });
  const decrypted = await second.app.evaluate(async ({ safeStorage }, text) => {
    const bytes = Buffer.from(text, 'base64');
    const { result } = await safeStorage.decryptStringAsync(bytes);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    return [result, safeStorage.getSelectedStorageBackend(), await safeStorage.decryptStringAsync(bytes).then(() => 'read', () => 'refused')];
  }, encrypted.bytes);
  expect(decrypted).toEqual(['秘密', 'gnome_libsecret', 'refused']);
});

test('a utility process talks both ways, ends by itself and can be ended', async ({ desk }) => {
  const story = await desk.app.evaluate(async () => {
    const utility = globalThis.forkUtility();
    const messages: unknown[] = [];
    const next = (): Promise<unknown> => new Promise((resolve) => utility.once('message', resolve));
    messages.push(await next());
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A process is no window.
    utility.postMessage({ map: new Map([[1, 'a']]) });
    messages.push(await next());
    const exited = new Promise((resolve) => utility.once('exit', resolve));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A process is no window.
    utility.postMessage('exit');
    const code = await exited;
    const other = globalThis.forkUtility();
    await new Promise((resolve) => other.once('message', resolve));
    const killed = new Promise((resolve) => other.once('exit', resolve));
    const [first, second] = messages as [object, { echo: { map: Map<number, string> } }];
    return { first, echoed: second.echo.map.get(1), code, isKilled: other.kill(), end: await killed, pid: utility.pid };
  });
  expect(story).toEqual({ echoed: 'a', first: { argument: 'first', type: 'utility' }, code: 3, isKilled: true, end: 0, pid: undefined });
});

test('what is handed to the system is noted and not opened', async ({ desk }) => {
  const handed = await desk.app.evaluate(async ({ app, clipboard, dialog, screen, shell }) => {
    await shell.openExternal('https://example.invalid/');
    const { response } = await dialog.showMessageBox({ message: 'Sure?', buttons: ['Yes', 'No'], cancelId: 1 });
    await clipboard.writeText('copied');
    app.setBadgeCount(4);
    app.setAsDefaultProtocolClient('baton');
    return {
      opened: globalThis.electronStandin?.opened(), response, dialogs: globalThis.electronStandin?.dialogs().map(({ kind }) => kind),
      text: await clipboard.readText(), badge: app.getBadgeCount(), isClient: app.isDefaultProtocolClient('baton'), width: screen.getPrimaryDisplay().size.width,
    };
  });
  expect(handed).toEqual({ opened: ['https://example.invalid/'], response: 1, dialogs: ['message'], text: 'copied', badge: 4, isClient: true, width: 1920 });
});

test('the machine sleeps and wakes when a test says so', async ({ desk }) => {
  const seen = await desk.app.evaluate(({ powerMonitor }) => {
    const events: string[] = [];
    powerMonitor.on('suspend', () => events.push('suspend'));
    powerMonitor.on('resume', () => events.push('resume'));
    powerMonitor.emit('suspend');
    powerMonitor.emit('resume');
    return events;
  });
  expect(seen).toEqual(['suspend', 'resume']);
});

test('what is not modelled throws by its name', async ({ desk }) => {
  const refusals = await desk.app.evaluate(({ app, autoUpdater, BrowserWindow, crashReporter, globalShortcut, MessageChannelMain, safeStorage, session }) => {
    const window = BrowserWindow.getAllWindows()[0];
    const attempts: (() => unknown)[] = [
      () => globalShortcut.register('F1', () => {}),
      () => crashReporter.start({ submitURL: 'https://example.invalid/' }),
      () => autoUpdater.checkForUpdates(),
      () => new MessageChannelMain(),
      () => window?.webContents.openDevTools(),
      () => window?.setKiosk(true),
      () => session.fromPartition('other'),
      () => safeStorage.encryptString('sync'),
      () => app.on('gpu-info-update', () => {}),
      () => app.commandLine.appendSwitch('late'),
      () => app.getPath('music'),
    ];
    return attempts.map((attempt) => {
      try {
        return String(attempt());
      } catch (error) {
        return (error as Error).message;
      }
    });
  });
  const names = [
    'globalShortcut.register', 'crashReporter.start', 'autoUpdater.checkForUpdates', 'new MessageChannelMain()', 'WebContents.openDevTools()',
    'BrowserWindow.setKiosk()', 'Session.fromPartition()', 'SafeStorage.encryptString()', "the event 'gpu-info-update' of App",
    "app.commandLine.appendSwitch('late')", "app.getPath('music')",
  ];
  expect(refusals).toEqual(names.map((name) => expect.stringContaining(`does not model ${name}`)));
});
