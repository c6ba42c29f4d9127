import type { PageHost } from './page-host.ts';
import type { RegisteredWindow, WindowRegistry } from './window-registry.ts';

/** What windows need of the application around them. */
export interface WindowHost<Window extends RegisteredWindow> extends PageHost {
  readonly registry: WindowRegistry<Window>;
  readonly isReady: () => boolean;
  readonly appName: () => string;
}
