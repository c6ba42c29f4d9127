import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { unmodelled } from '../core/unmodelled.ts';

/** What a window may be made with. */
export type WindowOptions = BrowserWindowConstructorOptions;

/** Options with an effect here, and those that only change what a person would see of the frame. */
const OPTIONS: ReadonlySet<string> = new Set([
  'x', 'y', 'width', 'height', 'show', 'title', 'webPreferences', 'minWidth', 'minHeight',
  'autoHideMenuBar', 'backgroundColor', 'center', 'darkTheme', 'frame', 'icon', 'resizable', 'titleBarOverlay', 'titleBarStyle',
  'trafficLightPosition', 'useContentSize', 'acceptFirstMouse', 'fullscreenable', 'maximizable', 'minimizable',
]);

/** Preferences with one value only: there is no other way to run a page here. */
const FIXED: Readonly<Record<string, unknown>> = {
  allowRunningInsecureContent: false,
  contextIsolation: true,
  experimentalFeatures: false,
  javascript: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  sandbox: true,
  webSecurity: true,
  webviewTag: false,
};

const PREFERENCES: ReadonlySet<string> = new Set([
  'preload', 'additionalArguments', 'session',
  'backgroundThrottling', 'defaultEncoding', 'devTools', 'disableDialogs', 'enableWebSQL', 'navigateOnDragDrop', 'safeDialogs', 'spellcheck',
]);

function checkPreferences(preferences: WebPreferences): void {
  for (const [name, value] of Object.entries(preferences)) {
    if (name in FIXED && FIXED[name] !== value) unmodelled(`webPreferences.${name}: ${String(value)}`);
    if (!(name in FIXED) && !PREFERENCES.has(name)) unmodelled(`webPreferences.${name}`);
  }
}

/** Refuses options that the stand-in would have to ignore though they change what a page may do. */
export function checkWindowOptions(options: WindowOptions): void {
  const unknown = Object.keys(options).find((name) => !OPTIONS.has(name));
  if (unknown !== undefined) unmodelled(`the window option '${unknown}'`);
  checkPreferences(options.webPreferences ?? {});
}
