export interface SumRow {
  readonly term: string;
  readonly figure: string;
}

/** A preview as a sum: the parts, then what it comes to. */
export function SumList({ rows, total }: { rows: readonly SumRow[]; total: SumRow }) {
  return (
    <dl className="grid grid-cols-[1fr_auto] text-12 leading-4.5">
      {rows.map(({ term, figure }) => [
        <dt key={`${term} term`} className="text-ink-muted">{term}</dt>,
        <dd key={term} className="text-end">{figure}</dd>,
      ])}
      <dt className="mt-0.5 border-t border-line pt-px text-13 leading-5.5 font-strong">{total.term}</dt>
      <dd className="mt-0.5 border-t border-line pt-px text-end text-13 leading-5.5 font-strong">{total.figure}</dd>
    </dl>
  );
}
