import { unlessGone, type CdpConnection, type CdpSession } from './cdp-connection.ts';

/** A page of Chromium that this application opened, held before its first document until `runIfWaitingForDebugger`. */
export interface PageTarget {
  readonly targetId: string;
  readonly session: CdpSession;
}

const MARK = 'about:blank#electron-standin-';

/** Opens pages, and closes at once every page that Chromium opens by itself: windows are the main process's to allow. */
export class PageTargets {
  readonly #connection: CdpConnection;
  readonly #awaited = new Map<string, (target: PageTarget) => void>();
  readonly #destroyed = new Map<string, () => void>();
  #lastMark = 0;

  private constructor(connection: CdpConnection) {
    this.#connection = connection;
  }

  /** Starts watching the browser's pages. */
  static async watch(connection: CdpConnection): Promise<PageTargets> {
    const targets = new PageTargets(connection);
    const { root } = connection;
    root.on('Target.attachedToTarget', ({ targetInfo, sessionId }) => targets.#receive(targetInfo, sessionId));
    root.on('Target.targetDestroyed', ({ targetId }) => targets.#forget(targetId));
    await root.send('Target.setDiscoverTargets', { discover: true });
    const filter = [{ type: 'page' }, { exclude: true }];
    await root.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter });
    return targets;
  }

  /** Opens a page in a window of its own, and tells when it is gone. */
  async open(size: { width: number; height: number }, onGone: () => void): Promise<PageTarget> {
    this.#lastMark += 1;
    const url = `${MARK}${this.#lastMark}`;
    const attached = new Promise<PageTarget>((resolve) => this.#awaited.set(url, resolve));
    await this.#connection.root.send('Target.createTarget', { url, newWindow: true, ...size });
    const target = await attached;
    this.#destroyed.set(target.targetId, onGone);
    return target;
  }

  /** Closes a page without asking it. */
  close(targetId: string): Promise<void> {
    return unlessGone(this.#connection.root.send('Target.closeTarget', { targetId }));
  }

  #receive({ targetId, url }: { targetId: string; url: string }, sessionId: string): void {
    const session = this.#connection.session(sessionId);
    const resolve = this.#awaited.get(url);
    this.#awaited.delete(url);
    if (resolve !== undefined) return resolve({ targetId, session });
    void this.close(targetId);
    // A page with an opener shares its thread: until it runs, the opener stands still as well.
    void unlessGone(session.send('Runtime.runIfWaitingForDebugger'));
  }

  #forget(targetId: string): void {
    this.#destroyed.get(targetId)?.();
    this.#destroyed.delete(targetId);
  }
}
