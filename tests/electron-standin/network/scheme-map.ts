/** Header fields whose values name addresses that Chromium has to understand. */
const POLICIES = new Set(['content-security-policy', 'content-security-policy-report-only']);
const ADDRESSES = new Set(['access-control-allow-origin', 'location']);

/**
 * Chromium can't be taught a scheme from outside, so `app://desk/x` is shown to it as `https://desk.app.localhost/x`:
 * a secure origin of its own, as a standard, secure scheme is in Electron. Everything the main process sees is in its own form.
 */
export class SchemeMap {
  readonly #schemes = new Set<string>();

  add(scheme: string): void {
    this.#schemes.add(scheme);
  }

  has(scheme: string): boolean {
    return this.#schemes.has(scheme);
  }

  /** The patterns of all mapped addresses, as the Fetch domain writes them. */
  patterns(): string[] {
    return [...this.#schemes].map((scheme) => `https://*.${scheme}.localhost/*`);
  }

  /** An address as Chromium is to see it. */
  toChromium(url: string): string {
    const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/i.exec(url);
    if (match?.[1] === undefined || !this.#schemes.has(match[1].toLowerCase())) return url;
    return `https://${match[2]}.${match[1].toLowerCase()}.localhost${match[3]}`;
  }

  /** The same address as the application wrote it. */
  fromChromium(url: string): string {
    const match = /^https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.localhost([/?#].*|)$/.exec(url);
    return match?.[2] !== undefined && this.#schemes.has(match[2]) ? `${match[2]}://${match[1]}${match[3]}` : url;
  }

  /** The origin of an address of the application: `app://desk`, which `URL` calls opaque because it doesn't know the scheme. */
  originOf(url: string): string {
    const scheme = /^([a-z][a-z0-9+.-]*):\/\/[^/?#]+/i.exec(url);
    if (scheme?.[1] !== undefined && this.#schemes.has(scheme[1])) return scheme[0];
    return URL.canParse(url) ? new URL(url).origin : 'null';
  }

  /** A response header for Chromium: sources such as `app:` in a policy become what they stand for. */
  headerToChromium(name: string, value: string): string {
    if (ADDRESSES.has(name)) return this.toChromium(value);
    if (!POLICIES.has(name)) return value;
    return value.replaceAll(/[^\s;,]+/g, (token) => this.#sourceToChromium(token));
  }

  #sourceToChromium(token: string): string {
    const scheme = /^([a-z][a-z0-9+.-]*):$/.exec(token)?.[1];
    return scheme !== undefined && this.#schemes.has(scheme) ? `https://*.${scheme}.localhost` : this.toChromium(token);
  }
}
