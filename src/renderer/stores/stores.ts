import { createCommandStore } from './command-store.ts';
import { createComposerStore } from './composer-store.ts';
import { createScreenStore } from './screen-store.ts';
import { createSeenStore } from './seen-store.ts';
import { createToastStore } from './toast-store.ts';

/** The window's own state, made once per window (and once per test). */
export const createStores = () => ({
  screen: createScreenStore(),
  composer: createComposerStore(),
  seen: createSeenStore(),
  toast: createToastStore(),
  commands: createCommandStore(),
});

export type Stores = ReturnType<typeof createStores>;
