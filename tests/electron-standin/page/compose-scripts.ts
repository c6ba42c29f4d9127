import { openBridgeEnd } from './bridge-end.ts';
import { createCloneCodec } from './clone-codec.ts';
import { runPreloadWorld } from './preload-world.ts';

/** The name of the isolated world, and of the two functions that join it to the main process. */
export const PRELOAD_WORLD = 'ElectronIsolatedContext';
export const POST_BINDING = 'electronStandinPost';
export const RECEIVER = 'electronStandinReceive';

/** The script for the page's own world: it only receives what the preload exposes. Runs before any other script. */
export function composePageScript(secret: string): string {
  return `(${String(openBridgeEnd)})(${JSON.stringify(secret)}, 'page');`;
}

/** A preload and what it is told about its process. */
export interface PreloadScript {
  readonly secret: string;
  readonly path: string;
  readonly source: string;
  readonly process: object;
}

/**
 * The script for the preload's isolated world: the room, and the preload's own source inside a CommonJS function.
 * Only the top frame has a preload (Electron's default), and the empty page before the first document has none.
 */
export function composePreloadScript(preload: PreloadScript): string {
  return `(() => {
  if (window !== window.top || location.href.startsWith('about:blank')) return;
  (${String(runPreloadWorld)})({
    codec: (${String(createCloneCodec)})(),
    bridge: (${String(openBridgeEnd)})(${JSON.stringify(preload.secret)}, 'preload'),
    process: Object.freeze(${JSON.stringify(preload.process)}),
    post: globalThis[${JSON.stringify(POST_BINDING)}],
    onReceiver: (receive) => Object.defineProperty(globalThis, ${JSON.stringify(RECEIVER)}, { value: receive }),
    preload: function (module, require, process) {
      const exports = module.exports;
${preload.source}
    },
  });
})();
//# sourceURL=${preload.path}`;
}
