import type { ReactNode } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { Settings } from '../../../shared/contracts/bridge/app-state.ts';
import { useApp, useDesk } from '../../bridge/desk-context.tsx';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useLocalized } from '../../i18n/use-language.ts';
import { useMoments } from '../../i18n/use-moments.ts';
import { formatMoney } from '../../lib/money.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Pane, PaneHead, PaneScroll } from '../../ui/pane.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Switch } from '../../ui/switch.tsx';
import { KeyTable } from './key-table.tsx';
import { SignOut } from './sign-out.tsx';

const LANGUAGES = ['zh', 'en'] as const;
const THEMES = ['light', 'dark', 'system'] as const;

/** What the person may set for themselves; each change holds at once. */
export function SettingsPage() {
  const t = useText('settings');
  const version = useApp((state) => state.version);
  return (
    <Pane as="main" label={t('title')} className="flex-1">
      <PaneHead><h1 className="text-14 font-strong">{t('title')}</h1></PaneHead>
      <PaneScroll>
        <div className="mx-auto grid max-w-160 gap-6 p-6">
          <Looks />
          <Part title={t('keys')}><KeyTable /></Part>
          <AccountPart />
          <p className="text-12 text-ink-muted">{t('version', { version })}</p>
        </div>
      </PaneScroll>
    </Pane>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid justify-items-start gap-3">
      <h2 className="font-strong">{title}</h2>
      {children}
    </section>
  );
}

function Looks() {
  const t = useText('settings');
  const { bridge } = useDesk();
  const { toast } = useStores();
  const settings = useApp((state) => state.settings);
  const change = async (wanted: Partial<Settings>): Promise<void> => {
    const answer = await bridge.command('settings.change', wanted);
    if (!answer.ok) toast.getState().show({ kind: 'failed', failure: answer.error });
  };
  return (
    <>
      <Part title={t('look')}>
        <Segmented
          label={t('language')}
          value={settings.language}
          onValueChange={(value) => void change({ language: value === 'zh' ? 'zh' : 'en' })}
          segments={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
        />
        <Segmented
          label={t('theme')}
          value={settings.theme}
          onValueChange={(value) => void change({ theme: THEMES.find((known) => known === value) ?? 'system' })}
          segments={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
        />
      </Part>
      <Part title={t('writing')}><Switch isOn={settings.enterSends} onToggle={(enterSends) => void change({ enterSends })}>{t('enterSends')}</Switch></Part>
      <Part title={t('notices')}><Switch isOn={settings.sound} onToggle={(sound) => void change({ sound })}>{t('sound')}</Switch></Part>
    </>
  );
}

function AccountPart() {
  const t = useText('settings');
  const words = useCodeText();
  const localized = useLocalized();
  const { locale } = useMoments();
  const account = useApp((state) => state.account);
  const server = useApp((state) => state.server);
  if (account === null) return null;
  return (
    <Part title={t('account')}>
      <p>{t('signedIn', { name: localized(account.name), role: words('role', account.role), server: server ?? t('ownServer') })}</p>
      <p className="text-ink-muted">{t('limit', { amount: formatMoney(account.moneyLimit, locale) })}</p>
      <SignOut />
    </Part>
  );
}
