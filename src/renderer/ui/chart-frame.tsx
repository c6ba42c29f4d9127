import type { ReactNode } from 'react';

interface ChartFrameProps {
  title: string;
  /** The unit and the period. */
  unit: string;
  /** The way to the definition, the sample and the rows. */
  source: ReactNode;
  children: ReactNode;
}

/** A chart that can be asked: title, unit, definition. */
export function ChartFrame({ title, unit, source, children }: ChartFrameProps) {
  return (
    <figure>
      <figcaption className="mb-1.5 flex items-baseline gap-2">
        <b>{title}</b>
        <span className="text-12 text-ink-muted">{unit}</span>
        <span className="ms-auto text-12">{source}</span>
      </figcaption>
      {children}
    </figure>
  );
}
