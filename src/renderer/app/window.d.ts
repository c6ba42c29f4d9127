import type { Bridge } from '../../shared/contracts/bridge/channels.ts';

declare global {
  interface Window {
    /** The one door to main, put there by the preload script or by the browser host. */
    readonly baton: Bridge;
  }
}
