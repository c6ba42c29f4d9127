import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { ArticleHit } from '../../../shared/contracts/knowledge.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { useAsk } from '../../bridge/ask.ts';
import { useDesk } from '../../bridge/desk-context.tsx';
import { useHead } from '../../bridge/workspace-context.tsx';

/** Words are searched once they have stood still this long, in milliseconds. */
const STANDS_STILL = 200;

type Knowledge = {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly hits: readonly ArticleHit[];
  readonly milliseconds: number;
  /** Nothing was typed: what is found is for what the handoff is about. */
  readonly isForHandoff: boolean;
  /** There is something to search for. */
  readonly isAsked: boolean;
  readonly failure: Failure | null;
};

const KnowledgeContext = createContext<Knowledge | null>(null);

/** Who only asked for a person said nothing yet that could be looked up. */
const PERSON_WANTED = 'human-request';

/** One search for the field and the list of what it found; it begins with what the handoff is about. */
export function KnowledgeProvider({ conversationId, children }: { conversationId: string; children: ReactNode }) {
  const { after } = useDesk();
  const matter = useHead(conversationId, ({ packet }) => (packet?.facts.intent === PERSON_WANTED ? '' : (packet?.content?.summary ?? '')));
  const language = useHead(conversationId, (head) => head.language);
  const [query, setQuery] = useState('');
  const [settled, setSettled] = useState('');
  useEffect(() => after(STANDS_STILL, () => setSettled(query)), [after, query]);
  const text = settled.trim() === '' ? matter : settled.trim();
  const { data, error } = useAsk(['knowledge', 'search'], { text, language, conversationId }, { isEnabled: text !== '', keepPrevious: true });
  const value = useMemo<Knowledge>(
    () => ({ query, setQuery, hits: data?.hits ?? [], milliseconds: data?.milliseconds ?? 0, isForHandoff: query.trim() === '', isAsked: text !== '', failure: error?.failure ?? null }),
    [query, data, text, error],
  );
  return <KnowledgeContext value={value}>{children}</KnowledgeContext>;
}

export function useKnowledge(): Knowledge {
  const knowledge = useContext(KnowledgeContext);
  if (knowledge === null) throw new Error('useKnowledge needs a KnowledgeProvider above it');
  return knowledge;
}
