import { useText } from '../../i18n/use-text.ts';
import { useLocalized } from '../../i18n/use-language.ts';
import { FLOATING_ITEM, FLOATING_LIST } from '../../ui/floating-list.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import type { MacroMenu } from './use-macro-menu.ts';

export const MACRO_LIST_ID = 'macro-list';
export const macroOptionId = (index: number): string => `${MACRO_LIST_ID}-${index}`;

/** The macros for what was typed after the slash, above the composer. The focus stays in the text. */
export function MacroList({ menu }: { menu: NonNullable<MacroMenu> }) {
  const t = useText('composer');
  const localized = useLocalized();
  return (
    <div id={MACRO_LIST_ID} role="listbox" aria-label={t('macroList')} className={`${FLOATING_LIST} absolute bottom-full start-4 mb-1 max-h-64 w-96`}>
      {menu.found.length === 0 && <p className="px-2 py-1 text-ink-muted">{t('noMacro', { query: menu.query })}</p>}
      {menu.found.map((macro, index) => (
        <button
          key={macro.slug}
          id={macroOptionId(index)}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={index === menu.chosen}
          data-highlighted={index === menu.chosen ? '' : undefined}
          className={`${FLOATING_ITEM} w-full`}
          onClick={() => menu.choose(macro)}
        >
          <KeyCap>/{macro.key}</KeyCap>
          <span className="shrink-0">{localized(macro.title)}</span>
          <span className="cut text-12 text-ink-muted">{localized(macro.body)}</span>
        </button>
      ))}
    </div>
  );
}
