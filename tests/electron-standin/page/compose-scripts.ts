import { openBridgeEnd } from './bridge-end.ts';
import { createCloneCodec } from './clone-codec.ts';
import { runPreloadWorld } from './preload-world.ts';
import { watchTitle } from './watch-title.ts';

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
  readonly path: string;
  readonly source: string;
  readonly process: object;
}

function composePreload(secret: string, { source, process }: PreloadScript): string {
  return `(${String(runPreloadWorld)})({
    codec,
    bridge: (${String(openBridgeEnd)})(${JSON.stringify(secret)}, 'preload'),
    process: Object.freeze(${JSON.stringify(process)}),
    post,
    onReceiver: (receive) => Object.defineProperty(globalThis, ${JSON.stringify(RECEIVER)}, { value: receive }),
    preload: function (module, require, process) {
      const exports = module.exports;
${source}
    },
  });`;
}

/**
 * The script for the preload's isolated world: the room, and the preload's own source inside a CommonJS function.
 * Only the top frame has a preload (Electron's default), and the empty page before the first document has none.
 */
export function composePreloadScript(secret: string, preload: PreloadScript | undefined): string {
  return `(() => {
  if (window !== window.top || location.href.startsWith('about:blank')) return;
  const codec = (${String(createCloneCodec)})();
  const post = globalThis[${JSON.stringify(POST_BINDING)}];
  (${String(watchTitle)})((title) => post(codec.encode({ kind: 'title', title })));
  ${preload === undefined ? '' : composePreload(secret, preload)}
})();
//# sourceURL=${preload?.path ?? 'electron-standin'}`;
}
