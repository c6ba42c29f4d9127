/** Throws as Electron does when something is asked of a window that is no more. */
export function assertLiving(isDestroyed: boolean): void {
  if (isDestroyed) throw new TypeError('Object has been destroyed');
}
