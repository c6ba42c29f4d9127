import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { useApp, useDesk } from '../../bridge/desk-context.tsx';
import { Logo } from '../../ui/logo.tsx';
import { TextAction } from '../../ui/text-action.tsx';
import { DemoDoor } from './demo-door.tsx';
import { SignInForm } from './sign-in-form.tsx';

const NEXT_THEME = { light: 'dark', dark: 'system', system: 'light' } as const;

/** The first thing a person sees: a server and an account, or the demo shop. */
export function SignInPage() {
  const t = useText('signIn');
  const hasDemo = useApp((state) => state.demoAvailable);
  return (
    <main className="grid h-full grid-rows-[1fr_auto] overflow-y-auto bg-canvas">
      <div className="m-auto grid w-88 max-w-full gap-5 p-4">
        <h1 className="flex items-center gap-3 text-20 font-strong"><Logo /> {t('common:brand')}</h1>
        <SignInForm />
        {hasDemo && <DemoDoor />}
      </div>
      <SignInFoot />
    </main>
  );
}

function SignInFoot() {
  const t = useText('signIn');
  const language = useLanguage();
  const { bridge } = useDesk();
  const { theme } = useApp((state) => state.settings);
  const version = useApp((state) => state.version);
  const otherLanguage = language === 'zh' ? 'en' : 'zh';
  return (
    <footer className="flex justify-center gap-5 p-4 text-12 text-ink-muted">
      <TextAction lang={otherLanguage} onClick={() => void bridge.command('settings.change', { language: otherLanguage })}>{t('otherLanguage')}</TextAction>
      <button type="button" className="hover:text-ink" onClick={() => void bridge.command('settings.change', { theme: NEXT_THEME[theme] })}>{t(`theme.${theme}`)}</button>
      <span>{t('version', { version })}</span>
    </footer>
  );
}
