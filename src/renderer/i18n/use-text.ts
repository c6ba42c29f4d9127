import { useCallback } from 'react';
import type { resources } from './resources.ts';
import { useTranslator } from './translator.ts';

type Texts = (typeof resources)['en'];
export type Namespace = keyof Texts;

/** `found_one` and `found_other` are asked for as `found`, with a count. */
type Singular<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;

/** Paths of all sentences in a tree of texts: `toast.resolved`. */
type Paths<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${Singular<K>}` : Paths<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

/** A sentence's key as a component of namespace `N` may write it: its own bare, any other with its namespace before it. */
export type TextKey<N extends Namespace> = Paths<Texts[N]> | { [M in Namespace]: `${M}:${Paths<Texts[M]>}` }[Namespace];

export type Text<N extends Namespace> = (key: TextKey<N>, params?: { readonly [name: string]: unknown }) => string;

/** The sentences of a namespace in the desk's language; the component is drawn again when the language changes. */
export function useText<N extends Namespace>(namespace: N): Text<N> {
  const { t } = useTranslator(namespace);
  return useCallback((key, params) => t(key, params ?? {}), [t]);
}
