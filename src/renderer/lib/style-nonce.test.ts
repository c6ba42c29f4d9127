import { afterEach, expect, it } from 'vitest';
import { shareStyleNonce, styleNonce } from './style-nonce.ts';

afterEach(() => {
  document.head.replaceChildren();
  Reflect.deleteProperty(globalThis, '__webpack_nonce__');
});

function writeNonce(nonce: string): void {
  const meta = document.createElement('meta');
  meta.setAttribute('property', 'csp-nonce');
  meta.nonce = nonce;
  document.head.append(meta);
}

it('finds the nonce of the page and shares it', () => {
  writeNonce('abc');
  shareStyleNonce();
  expect(styleNonce()).toBe('abc');
  expect(Reflect.get(globalThis, '__webpack_nonce__')).toBe('abc');
});

it('does without where the page has none', () => {
  expect(styleNonce()).toBeUndefined();
  writeNonce('');
  expect(styleNonce()).toBeUndefined();
});
