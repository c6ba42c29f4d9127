import { useEffect, useState, type ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { useApp } from '../bridge/desk-context.tsx';
import { startI18n } from '../i18n/start-i18n.ts';

const HTML_LANGUAGE = { zh: 'zh-CN', en: 'en' } as const;

/** Speaks the language of the settings and follows them live. */
export function LanguageGate({ children }: { children: ReactNode }) {
  const language = useApp((state) => state.settings.language);
  const [i18n] = useState(() => startI18n(language));
  useEffect(() => {
    document.documentElement.lang = HTML_LANGUAGE[language];
    void i18n.changeLanguage(language);
  }, [i18n, language]);
  return <I18nextProvider i18n={i18n}>{children}</I18nextProvider>;
}
