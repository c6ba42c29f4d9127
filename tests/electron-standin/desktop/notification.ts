import type { NotificationConstructorOptions } from 'electron';
import { createEvent } from '../core/preventable-event.ts';
import { refuseRest, refuseRestOfStatics } from '../core/refuse-rest.ts';
import { StrictEmitter } from '../core/strict-emitter.ts';

const shown = new Set<Notification>();

/** Electron's `Notification`. What is shown stays until the application or a test closes it. */
export class Notification extends StrictEmitter {
  title: string;
  body: string;
  silent: boolean;
  urgency: 'normal' | 'critical' | 'low';
  timeoutType: 'default' | 'never';

  constructor(options: NotificationConstructorOptions = {}) {
    super({ api: 'Notification', fired: ['show', 'click', 'close'], never: ['action', 'reply', 'failed'] });
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
    this.urgency = options.urgency ?? 'normal';
    this.timeoutType = options.timeoutType ?? 'default';
  }

  static isSupported(): boolean {
    return true;
  }

  show(): void {
    shown.add(this);
    queueMicrotask(() => this.emit('show', createEvent({})));
  }

  close(): void {
    if (shown.delete(this)) this.emit('close', createEvent({ reason: 'applicationHidden' }));
  }

  /** The stand-in's own: the person clicks on it, which also takes it away. */
  press(): void {
    this.emit('click', createEvent({}));
    this.dismiss();
  }

  /** The stand-in's own: the person waves it away. */
  dismiss(): void {
    if (shown.delete(this)) this.emit('close', createEvent({ reason: 'userCanceled' }));
  }
}

refuseRest(Notification.prototype, 'Notification', ['title', 'body', 'silent', 'urgency', 'timeoutType']);
refuseRestOfStatics(Notification, 'Notification');

/** The notifications on the screen, the oldest first. */
export function listNotifications(): Notification[] {
  return [...shown];
}
