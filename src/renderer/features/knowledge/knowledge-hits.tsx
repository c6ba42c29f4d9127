import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { ArticleHit } from '../../../shared/contracts/knowledge.ts';
import { useHead } from '../../bridge/workspace-context.tsx';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useLocalized } from '../../i18n/use-language.ts';
import { draftKey } from '../../stores/composer-store.ts';
import { refuseTaken } from '../../stores/refuse-taken.ts';
import { useStores } from '../../stores/stores-context.tsx';
import { Block } from '../../ui/block.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { Tag } from '../../ui/tag.tsx';
import { TextAction } from '../../ui/text-action.tsx';
import { excerptOf, hitSpans } from './hit-spans.ts';
import { useKnowledge } from './knowledge-context.tsx';

/** Characters of an article that are shown before it is opened. */
const EXCERPT = 110;
/** So many articles are listed; those nobody asked for are fewer. */
const SHOWN = { top: 6, end: 3 } as const;

/** What knowledge says; `place` is where this list stands: typed words are answered at the top, the handoff's matter at the end. */
export function KnowledgeHits({ conversationId, place }: { conversationId: string; place: 'top' | 'end' }) {
  const t = useText('knowledge');
  const words = useCodeText();
  const { hits, milliseconds, isForHandoff, isAsked, failure } = useKnowledge();
  if (!isAsked || isForHandoff !== (place === 'end')) return null;
  const sub = failure !== null ? t('failed', { reason: words('error', failure.code) }) : hits.length === 0 ? t('none') : t('found', { count: hits.length, milliseconds: Math.round(milliseconds) });
  return (
    <Block title={t('title')} sub={<span role="status">{sub}</span>} end={isForHandoff ? t('forHandoff') : undefined}>
      <div className="grid grid-cols-1 gap-1.75">{hits.slice(0, SHOWN[place]).map((hit) => <Hit key={`${hit.article.slug} ${hit.article.version}`} conversationId={conversationId} hit={hit} />)}</div>
    </Block>
  );
}

/** An article found. What goes into the reply is its answer in the conversation's language; an internal one is only read. */
function Hit({ conversationId, hit: { article, tokens } }: { conversationId: string; hit: ArticleHit }) {
  const t = useText('knowledge');
  const localized = useLocalized();
  const stores = useStores();
  const { composer, screen } = stores;
  const language = useHead(conversationId, (head) => head.language);
  const [isOpen, setIsOpen] = useState(false);
  const body = localized(article.body);
  const text = isOpen ? body : excerptOf(body, tokens, EXCERPT);
  const insert = (answer: string): void => {
    if (refuseTaken(stores, conversationId)) return;
    screen.getState().setMode(conversationId, 'reply');
    composer.getState().insert(draftKey(conversationId, 'reply'), answer);
    screen.getState().askFocus('composer');
  };
  return (
    <article>
      <div className="flex items-center gap-1.5">
        <TextAction className="cut shrink font-mid" aria-expanded={isOpen} title={t('open')} onClick={() => setIsOpen(!isOpen)}>{localized(article.title)}</TextAction>
        <span className="flex-none text-12 text-ink-muted">v{article.version}</span>
        {article.answer === null ? <Tag tone="plain" className="ms-auto">{t('internal')}</Tag> : <InsertKey answer={article.answer[language]} onInsert={insert} />}
      </div>
      <p className="text-12 leading-4.5 whitespace-pre-line text-ink-muted"><MarkedText text={text} spans={hitSpans(text, tokens)} /></p>
    </article>
  );
}

function InsertKey({ answer, onInsert }: { answer: string; onInsert: (answer: string) => void }) {
  const t = useText('knowledge');
  return <TextAction className="ms-auto text-ink" title={answer} onClick={() => onInsert(answer)}>{t('insert')}</TextAction>;
}
