import type { TermRow } from './term-list.tsx';

/** Short facts two by two: term, value, term, value. */
export function FactGrid({ facts }: { facts: readonly TermRow[] }) {
  return (
    <dl className="grid grid-cols-[auto_1fr_auto_1fr] gap-x-2 gap-y-0.5 text-12 leading-4.5 whitespace-nowrap">
      {facts.map(({ term, content }) => [
        <dt key={`${term} term`} className="text-ink-muted">{term}</dt>,
        <dd key={term}>{content}</dd>,
      ])}
    </dl>
  );
}
