/**
 * The nonce of this page load, which both hosts write into `<meta property="csp-nonce">`; `undefined` in the dev server.
 * A style element made at run time is refused by the content security policy without it.
 */
export function styleNonce(): string | undefined {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  return nonce === undefined || nonce === '' ? undefined : nonce;
}

/**
 * Hands the nonce to the libraries that lock scrolling behind a dialogue: they read it from this global, the convention
 * of get-nonce. To be called once, before the first render.
 */
export function shareStyleNonce(): void {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
