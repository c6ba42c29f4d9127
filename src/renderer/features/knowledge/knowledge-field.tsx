import { Search } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useChordCap } from '../../bridge/use-chord-cap.ts';
import { useCommand, useStores } from '../../stores/stores-context.tsx';
import { useFocusPlace } from '../../stores/use-focus-place.ts';
import { Icon } from '../../ui/icon.tsx';
import { Input } from '../../ui/input.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useKnowledge } from './knowledge-context.tsx';

/** Where knowledge is searched; its chord opens the panel where the window is narrow. */
export function KnowledgeField() {
  const t = useText('knowledge');
  const { screen } = useStores();
  const cap = useChordCap();
  const field = useRef<HTMLInputElement>(null);
  const { query, setQuery } = useKnowledge();
  useFocusPlace('knowledge', field);
  useCommand('knowledge.search', () => {
    screen.getState().setContextOpen(true);
    screen.getState().askFocus('knowledge');
  });
  const handleKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    if (query !== '') return setQuery('');
    screen.getState().setContextOpen(false);
    screen.getState().askFocus('composer');
  };
  return (
    <Input
      ref={field}
      type="search"
      aria-label={t('search')}
      placeholder={t('search')}
      value={query}
      onChange={(event) => setQuery(event.target.value)}
      onKeyDown={handleKeyDown}
      start={<Icon of={Search} size="s" />}
      end={<KeyCap>{cap('knowledge.search')}</KeyCap>}
    />
  );
}
