import { refuseRest } from '../core/refuse-rest.ts';
import { StrictEmitter } from '../core/strict-emitter.ts';

const EVENTS = [
  'suspend', 'resume', 'lock-screen', 'unlock-screen', 'on-ac', 'on-battery', 'shutdown',
  'user-did-become-active', 'user-did-resign-active',
];

/** Electron's `powerMonitor`: a machine that is always awake and used; a test emits what happens to it. */
export class PowerMonitor extends StrictEmitter {
  readonly onBatteryPower = false;

  constructor() {
    super({ api: 'PowerMonitor', fired: EVENTS, never: ['thermal-state-change', 'speed-limit-change'] });
  }

  getSystemIdleState(_threshold: number): 'active' {
    return 'active';
  }

  getSystemIdleTime(): number {
    return 0;
  }

  isOnBatteryPower(): boolean {
    return this.onBatteryPower;
  }
}

refuseRest(PowerMonitor.prototype, 'PowerMonitor', ['onBatteryPower']);
