/** The room's public face: what the composition root puts behind the ports. */
export { openPreferenceFile } from './preference-file.ts';
export { openSafeSecrets } from './safe-secrets.ts';
export { readWindowState, writeWindowState } from './window-state.ts';
