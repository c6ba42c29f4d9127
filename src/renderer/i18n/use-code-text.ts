import { useCallback } from 'react';
import type { codes } from './en/codes.ts';
import { useTranslator } from './translator.ts';

export type CodeFamily = keyof typeof codes;
export type CodeText = (family: CodeFamily, code: string, params?: { readonly [name: string]: unknown }) => string;

/**
 * Turns codes of contracts and shops into words. Some lists are open (a shop may have its own reasons): a code without
 * words shows as itself, which is honest and still tells a person something.
 */
export function useCodeText(): CodeText {
  const { t } = useTranslator('codes');
  return useCallback((family, code, params) => t(`${family}.${code}`, { ...params, defaultValue: code }), [t]);
}
