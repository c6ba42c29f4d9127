import type { CdpSession } from '../chromium/cdp-connection.ts';

interface Details {
  readonly requestingUrl: string;
  readonly isMainFrame: boolean;
  readonly securityOrigin: string;
}
type RequestHandler = ((...request: [contents: object, permission: string, callback: (isGranted: boolean) => void, details: Details]) => void) | null;
type CheckHandler = ((...check: [contents: object, permission: string, origin: string, details: Details]) => boolean) | null;

/** Electron's permissions that Chromium lets us set, by the names it gives them. */
const PERMISSIONS: Readonly<Record<string, readonly string[]>> = {
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  geolocation: ['geolocation'],
  'idle-detection': ['idle-detection'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  notifications: ['notifications'],
};

/**
 * The permission handlers of a session. Electron asks them when a page asks; here they are asked once before each
 * document, and Chromium is told the verdicts. A request handler that does not answer at once counts as a refusal.
 */
export class Permissions {
  requestHandler: RequestHandler = null;
  checkHandler: CheckHandler = null;

  #isGranted(permission: string, contents: object, origin: string): boolean {
    const details = { requestingUrl: `${origin}/`, isMainFrame: true, securityOrigin: origin };
    if (this.checkHandler !== null && !this.checkHandler(contents, permission, origin, details)) return false;
    if (this.requestHandler === null) return true;
    let isGranted = false;
    this.requestHandler(contents, permission, (given) => (isGranted = given), details);
    return isGranted;
  }

  /**
   * Applies the verdicts to an origin.
   * @param page.origin as the application writes it
   * @param page.chromiumOrigin the same as Chromium knows it
   */
  async apply(browser: CdpSession, page: { contents: object; origin: string; chromiumOrigin: string }): Promise<void> {
    const settings = Object.entries(PERMISSIONS).flatMap(([permission, names]) => {
      const setting = this.#isGranted(permission, page.contents, page.origin) ? ('granted' as const) : ('denied' as const);
      return names.map((name) => browser.send('Browser.setPermission', { permission: { name }, setting, origin: page.chromiumOrigin }));
    });
    await Promise.all(settings);
  }
}
