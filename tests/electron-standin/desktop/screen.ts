import type { Display } from 'electron';
import { refuseRest } from '../core/refuse-rest.ts';
import { StrictEmitter } from '../core/strict-emitter.ts';

const DISPLAY: Readonly<Display> = Object.freeze({
  id: 1,
  label: 'stand-in',
  accelerometerSupport: 'unavailable',
  bounds: { x: 0, y: 0, width: 1920, height: 1080 },
  colorDepth: 24,
  colorSpace: '{primaries:BT709, transfer:SRGB, matrix:RGB, range:FULL}',
  depthPerComponent: 8,
  detected: true,
  displayFrequency: 60,
  internal: false,
  maximumCursorSize: { width: 64, height: 64 },
  monochrome: false,
  nativeOrigin: { x: 0, y: 0 },
  rotation: 0,
  scaleFactor: 1,
  size: { width: 1920, height: 1080 },
  touchSupport: 'unavailable',
  workArea: { x: 0, y: 0, width: 1920, height: 1040 },
  workAreaSize: { width: 1920, height: 1040 },
});

/** Electron's `screen`: one display that never changes. */
export class Screen extends StrictEmitter {
  constructor() {
    super({ api: 'Screen', fired: [], never: ['display-added', 'display-removed', 'display-metrics-changed'] });
  }

  getPrimaryDisplay(): Display {
    return DISPLAY;
  }

  getAllDisplays(): Display[] {
    return [DISPLAY];
  }

  getDisplayMatching(_area: object): Display {
    return DISPLAY;
  }

  getDisplayNearestPoint(_point: object): Display {
    return DISPLAY;
  }

  getCursorScreenPoint(): { x: number; y: number } {
    return { x: 0, y: 0 };
  }
}

refuseRest(Screen.prototype, 'Screen');
