import { useState, type KeyboardEvent } from 'react';
import type { Macro } from '../../../shared/contracts/knowledge.ts';
import { useAsk } from '../../bridge/ask.ts';
import { useCustomerName } from '../../bridge/customer-of.ts';
import { useApp } from '../../bridge/desk-context.tsx';
import { useHead } from '../../bridge/workspace-context.tsx';
import type { Draft } from '../../stores/composer-store.ts';
import { macroAt } from '../../stores/text-edit.ts';
import { fillMacro, findMacros } from './macros.ts';

const FRESH_FOR = 300_000;

export type MacroMenu = {
  readonly query: string;
  readonly found: readonly Macro[];
  readonly chosen: number;
  readonly choose: (macro: Macro) => void;
  /** True when the key was the menu's. */
  readonly handleKey: (event: KeyboardEvent) => boolean;
} | null;

/** The macros that fit the word after a slash, while one is being typed. */
export function useMacroMenu(conversationId: string, draft: Draft, onChange: (change: Partial<Draft>) => void): MacroMenu {
  const [chosen, setChosen] = useState(0);
  const [dismissed, setDismissed] = useState('');
  const at = macroAt(draft);
  const { data = [] } = useAsk(['knowledge', 'macros'], {}, { freshFor: FRESH_FOR, isEnabled: at !== null });
  const { name } = useCustomerName(conversationId);
  const language = useHead(conversationId, (head) => head.language);
  const order = useHead(conversationId, (head) => head.orderNumber);
  const account = useApp((state) => state.account);
  if (at === null || dismissed === draft.text) return null;
  const found = findMacros(data, at.query);
  const current = Math.min(chosen, Math.max(0, found.length - 1));

  const choose = (macro: Macro): void => {
    const words = fillMacro(macro, language, { customer: name, order, agent: account?.name[language] ?? '' });
    const text = draft.text.slice(0, at.from) + words + draft.text.slice(draft.start);
    onChange({ text, start: at.from + words.length, end: at.from + words.length });
    setChosen(0);
  };
  const handleKey = (event: KeyboardEvent): boolean => {
    const macro = found[current];
    if (event.key === 'Escape') setDismissed(draft.text);
    else if (macro === undefined) return false;
    else if (event.key === 'ArrowDown') setChosen((current + 1) % found.length);
    else if (event.key === 'ArrowUp') setChosen((current + found.length - 1) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(macro);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { query: at.query, found, chosen: current, choose, handleKey };
}
