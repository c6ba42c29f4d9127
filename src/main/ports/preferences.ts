import type { Settings } from '../../shared/contracts/bridge/app-state.ts';

/** Small things kept per installation. Reading is instant; a change is on disk when the call returns. */
export type Preferences = {
  readonly settings: () => Settings;
  readonly changeSettings: (change: Partial<Settings>) => Settings;
  /** Address last signed in to, for the form. */
  readonly server: () => string | null;
  readonly setServer: (server: string) => void;
  /** Stable per installation. */
  readonly deviceId: () => string;
  /** Grows with every call, across restarts, and where the disk keeps nothing with the time. */
  readonly nextEpoch: () => number;
};
