import type { Rectangle } from 'electron';
import type { KeyValueFile } from '../ports/stored-preferences.ts';

export type WindowState = { readonly bounds: Rectangle; readonly isMaximized: boolean };

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function isRectangle(value: unknown): value is Rectangle {
  const { x, y, width, height } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Rectangle>;
  return isNumber(x) && isNumber(y) && isNumber(width) && isNumber(height);
}

/** Where the window was, or null when that isn't known. */
export function readWindowState(file: KeyValueFile): WindowState | null {
  const stored = file.get('window') as Partial<WindowState> | undefined;
  return isRectangle(stored?.bounds) ? { bounds: stored.bounds, isMaximized: stored.isMaximized === true } : null;
}

export const writeWindowState = (file: KeyValueFile, state: WindowState): void => file.set('window', state);
