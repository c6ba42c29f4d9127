/** Before and after: struck through, and marked. */
export function DiffText({ before, after }: { before: string; after: string }) {
  return (
    <>
      <del className="me-3 text-ink-muted">{before}</del>
      <ins className="rounded-mark bg-mark-search px-1 no-underline">{after}</ins>
    </>
  );
}
