import { StrictEmitter } from '../core/strict-emitter.ts';
import { refuseRest, refuseRestOfStatics } from '../core/refuse-rest.ts';
import { Permissions } from './permissions.ts';
import type { Protocol } from './protocol.ts';
import { WebRequest } from './web-request.ts';

/** Electron's default session; there is no other one. */
export class Session extends StrictEmitter {
  static defaultSession: Session;
  readonly protocol: Protocol;
  readonly webRequest: WebRequest;
  /** The stand-in's own: what the handlers below have decided. */
  readonly permissions = new Permissions();

  constructor(protocol: Protocol, onChange: () => void) {
    super({ api: 'Session', fired: [], never: ['will-download', 'select-hid-device', 'select-serial-port', 'select-usb-device'] });
    this.protocol = protocol;
    this.webRequest = new WebRequest(onChange);
  }

  setPermissionRequestHandler(handler: Permissions['requestHandler']): void {
    this.permissions.requestHandler = handler;
  }

  setPermissionCheckHandler(handler: Permissions['checkHandler']): void {
    this.permissions.checkHandler = handler;
  }

  /** Accepted and never asked: a page can't reach a device here. */
  setDevicePermissionHandler(_handler: object | null): void {}

  /** Accepted and never asked: a page can't capture a screen here. */
  setDisplayMediaRequestHandler(_handler: object | null): void {}
}

refuseRest(Session.prototype, 'Session', ['protocol', 'webRequest']);
refuseRestOfStatics(Session, 'Session');
