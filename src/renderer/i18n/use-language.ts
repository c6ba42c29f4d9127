import type { Language, LocalizedText } from '../../shared/contracts/basics.ts';
import { useTranslator } from './translator.ts';

/** The language the desk is in now. */
export function useLanguage(): Language {
  return useTranslator('common').i18n.language === 'zh' ? 'zh' : 'en';
}

/** Picks the words that a shop keeps in both languages. */
export function useLocalized(): (text: LocalizedText) => string {
  const language = useLanguage();
  return (text) => text[language];
}
