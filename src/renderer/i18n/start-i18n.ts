import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/contracts/basics.ts';
import { resources } from './resources.ts';

/** Makes the window's translator, ready at once: both languages are bundled, so switching needs no load. */
export function startI18n(language: Language): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    resources,
    defaultNS: 'common',
    initAsync: false,
    // React escapes what it renders; a second time would show the escapes.
    interpolation: { escapeValue: false },
  });
  return instance;
}
