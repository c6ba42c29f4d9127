import { cn } from '../lib/cn.ts';

const DOT = 'after:absolute after:top-0 after:start-0 after:size-2';

const STANDINGS = {
  done: { text: '', dot: 'before:bg-ink-muted after:rounded-full after:bg-ink-muted' },
  now: { text: 'text-ink', dot: 'after:rounded-full after:bg-ink' },
  // A fault changes shape, not only colour.
  fault: { text: 'text-risk', dot: 'after:rotate-45 after:scale-86 after:rounded-[1px] after:bg-risk' },
  ahead: { text: '', dot: 'after:rounded-full after:bg-surface-side after:shadow-[inset_0_0_0_2px_var(--line-control)]' },
} as const;

export interface ShipmentStep {
  readonly id: string;
  readonly label: string;
  readonly standing: keyof typeof STANDINGS;
}

/** The parcel's way in a few steps, the last one narrow. */
export function ShipmentLine({ steps, label }: { steps: readonly ShipmentStep[]; label: string }) {
  return (
    <ol aria-label={label} className="grid text-12 text-ink-muted" style={{ gridTemplateColumns: `repeat(${steps.length - 1}, 1fr) auto` }}>
      {steps.map(({ id, label: text, standing }) => (
        <li
          key={id}
          className={cn(
            'relative pt-2.75 whitespace-nowrap before:absolute before:inset-x-0 before:top-0.75 before:h-0.5 before:bg-line-strong last:before:hidden',
            DOT,
            STANDINGS[standing].text,
            STANDINGS[standing].dot,
          )}
        >
          {text}
        </li>
      ))}
    </ol>
  );
}
