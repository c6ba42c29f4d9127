import type { Switches } from '../core/switches.ts';

/** Switches that mean something to Electron or Node and are not passed on. */
const OWN = new Set(['inspect', 'remote-debugging-port', 'user-data-dir', 'disable-features', 'password-store']);

/** What a window of an application does not have and a browser does, and what a machine without screen needs. */
const ALWAYS = [
  '--headless=new',
  '--no-sandbox',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-popup-blocking',
  '--disable-sync',
  '--hide-scrollbars',
  '--password-store=basic',
  '--remote-debugging-pipe',
  '--remote-debugging-port=0',
];

const DISABLED_FEATURES = ['DialMediaRouteProvider', 'MediaRouter', 'OptimizationHints', 'Translate'];

function formatSwitch([name, value]: [string, string]): string {
  return value === '' ? `--${name}` : `--${name}=${value}`;
}

/** Chromium's command line for an application started with these switches. */
export function chromiumArguments(options: { switches: Switches; profile: string; locale: string }): string[] {
  const { switches, profile, locale } = options;
  const passed = [...switches].filter(([name]) => !OWN.has(name)).map(formatSwitch);
  const disabled = [...DISABLED_FEATURES, switches.get('disable-features') ?? ''].filter((feature) => feature !== '');
  const composed = [`--accept-lang=${locale}`, `--disable-features=${disabled.join(',')}`, `--user-data-dir=${profile}`];
  return [...new Set([...ALWAYS, ...passed]), ...composed];
}
