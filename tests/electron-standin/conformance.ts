/**
 * Checked by the compiler alone: what the stand-in offers is what `electron.d.ts` says of the same members.
 * The members named as exceptions deal in a class of which the stand-in has only a part, which the compiler can't take
 * for the whole; that class is checked on a line of its own. (`role` is undefined for an item without one, in Electron
 * as here, whatever the declaration says.) Events are checked when they are listened to: see StrictEmitter.
 */
import type { EventEmitter } from 'node:events';
import type { Electron as Standin } from './electron.ts';
import type { BrowserWindow } from './window/browser-window.ts';
import type { WebContents } from './window/web-contents.ts';
import type { Menu, MenuItem } from './desktop/menu.ts';
import type { NativeImage } from './desktop/native-image.ts';

type Theirs = typeof Electron.CrossProcessExports;
type Shared<Ours, Full, Except extends PropertyKey = never> = Pick<Full, Exclude<keyof Ours & keyof Full, keyof EventEmitter | Except>>;
type Conforms<Ours extends Expected, Expected> = Ours extends Expected ? true : false;

export type Checks = [
  Conforms<Standin['app'], Shared<Standin['app'], Theirs['app'], 'commandLine'>>,
  Conforms<Standin['app']['commandLine'], Shared<Standin['app']['commandLine'], Electron.CommandLine>>,
  Conforms<Standin['clipboard'], Shared<Standin['clipboard'], Theirs['clipboard']>>,
  Conforms<Standin['dialog'], Shared<Standin['dialog'], Theirs['dialog']>>,
  Conforms<Standin['ipcMain'], Shared<Standin['ipcMain'], Theirs['ipcMain'], 'handle' | 'handleOnce'>>,
  Conforms<Standin['nativeTheme'], Shared<Standin['nativeTheme'], Theirs['nativeTheme']>>,
  Conforms<Standin['net'], Shared<Standin['net'], Theirs['net']>>,
  Conforms<Standin['powerMonitor'], Shared<Standin['powerMonitor'], Theirs['powerMonitor']>>,
  Conforms<Standin['protocol'], Shared<Standin['protocol'], Theirs['protocol']>>,
  Conforms<Standin['safeStorage'], Shared<Standin['safeStorage'], Theirs['safeStorage']>>,
  Conforms<Standin['screen'], Shared<Standin['screen'], Theirs['screen']>>,
  Conforms<Standin['shell'], Shared<Standin['shell'], Theirs['shell']>>,
  Conforms<Standin['utilityProcess'], Shared<Standin['utilityProcess'], Theirs['utilityProcess']>>,
  Conforms<InstanceType<Standin['session']>, Shared<InstanceType<Standin['session']>, Electron.Session, 'protocol' | 'webRequest' | 'setPermissionCheckHandler' | 'setPermissionRequestHandler'>>,
  Conforms<BrowserWindow, Shared<BrowserWindow, Electron.BrowserWindow, 'capturePage' | 'webContents'>>,
  Conforms<WebContents, Shared<WebContents, Electron.WebContents, 'capturePage' | 'ipc' | 'mainFrame' | 'session'>>,
  Conforms<Menu, Shared<Menu, Electron.Menu, 'append' | 'insert' | 'getMenuItemById' | 'items'>>,
  Conforms<MenuItem, Shared<MenuItem, Electron.MenuItem, 'submenu' | 'click' | 'role'>>,
  Conforms<NativeImage, Shared<NativeImage, Electron.NativeImage, 'resize'>>,
  Conforms<InstanceType<Standin['Notification']>, Shared<InstanceType<Standin['Notification']>, Electron.Notification>>,
  Conforms<InstanceType<Standin['Tray']>, Shared<InstanceType<Standin['Tray']>, Electron.Tray, 'setImage' | 'setContextMenu' | 'popUpContextMenu'>>,
];
