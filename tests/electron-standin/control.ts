import type { ShownDialog } from './desktop/dialog.ts';
import type { Notification } from './desktop/notification.ts';
import type { Tray } from './desktop/tray.ts';

/**
 * What a person at the desk could do and see outside the windows. Reached from a test through the main process:
 * `app.evaluate(() => globalThis.electronStandin?.notifications()[0]?.press())`. With the real Electron it is absent.
 */
export interface StandinControl {
  /** Notifications on the screen, the oldest first; `press()` and `dismiss()` are the person's. */
  notifications(): Notification[];
  /** Icons in the tray; `emit('click')` and `choose(label)` are the person's. */
  trays(): Tray[];
  /** Dialogs shown so far; each was answered as if Escape had been pressed. */
  dialogs(): readonly ShownDialog[];
  /** Addresses and files that were handed to the system, none of which was opened. */
  opened(): readonly string[];
  /** The ids of the windows that ask for attention. */
  flashingWindows(): number[];
  /** The system's theme changes. */
  setSystemTheme(scheme: 'dark' | 'light'): void;
  /** The person goes to another application: no window of this one has the focus. */
  leave(): void;
}

declare global {
  var electronStandin: StandinControl | undefined;
}
