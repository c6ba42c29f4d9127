import { useTranslation } from 'react-i18next';

/** The translator as this house uses it: our own types check the keys, which the library's take minutes and depth for. */
export type Translator = {
  readonly t: (key: string, params: { readonly [name: string]: unknown }) => string;
  readonly i18n: { readonly language: string };
};

/** The library's hook under our type; the component is drawn again when the language changes. */
export const useTranslator = useTranslation as (namespace: string) => Translator;
