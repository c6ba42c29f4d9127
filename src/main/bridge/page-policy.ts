/** Where the built page has the place for its nonce, in `<meta property="csp-nonce">`. */
const NONCE_MARK = '__CSP_NONCE__';

/**
 * The content policy of the desk's page, sent as a header with a nonce per load: nothing but what the page itself brings.
 * Styles made at run time carry the nonce; connections go to the page's own origin only (the browser host's bridge).
 */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');

export type PageHeaders = Readonly<Record<string, string>>;

/** Headers of the page that was given this nonce, and of whatever is served beside it. */
export const pageHeaders = (nonce: string): PageHeaders => ({
  'content-security-policy': policy(nonce),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=()',
});

/** The built page with its nonce in place. */
export const withNonce = (html: string, nonce: string): string => html.replaceAll(NONCE_MARK, nonce);

const ATTACHMENT_PATH = /^\/attachment\/([0-9a-f]{64})$/;

/** The blob that an address of `attachment.address` stands for, or null. */
export const blobOfPath = (path: string): string | null => ATTACHMENT_PATH.exec(path)?.[1] ?? null;

const SHOWN_TYPES = /^(image\/(png|jpeg|gif|webp|avif)|audio\/|video\/)/;

/** Headers of a customer's file: shown only where it is a picture or sound, else a download; never run. */
export function attachmentHeaders(mediaType: string): PageHeaders {
  const isShown = SHOWN_TYPES.test(mediaType);
  return {
    'content-type': isShown ? mediaType : 'application/octet-stream',
    'content-disposition': isShown ? 'inline' : 'attachment',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'private, max-age=3600',
  };
}
