import { TextQuote } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface SuggestionDockProps {
  title: string;
  /** How fresh they are; or, with no evidence, that there is none. */
  note: string;
  /** The keys that work them. */
  end?: ReactNode;
  /** Up to three `SuggestionCard`s; none leaves one quiet line. */
  children?: ReactNode;
}

/** Between transcript and composer: what might be said next. */
export function SuggestionDock({ title, note, end, children }: SuggestionDockProps) {
  return (
    <section aria-label={title} className="flex-none border-t border-line bg-surface">
      <header className="mx-auto flex h-7 w-full max-w-240 items-center gap-2 px-4 text-12 text-ink-muted">
        <Icon of={TextQuote} size="s" />
        <h2 className="font-mid text-ink-2">{title}</h2>
        <span className="cut">{note}</span>
        <span className="ms-auto flex shrink-0 items-center gap-2 max-xl:hidden">{end}</span>
      </header>
      {children !== undefined && <div className="mx-auto grid w-full max-w-240 grid-cols-3 border-t border-line wide:border-x">{children}</div>}
    </section>
  );
}
