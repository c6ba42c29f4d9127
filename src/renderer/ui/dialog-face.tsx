import type { ReactNode } from 'react';
import { cn } from '../lib/cn.ts';

export const DIALOG_FACE = 'floating fade-in max-h-full max-w-full overflow-y-auto scroll-thin rounded-dialog shadow-dialog outline-none';
export const SCRIM = 'fixed inset-0 z-(--z-dialog) grid place-items-center bg-scrim p-10';
export const DIALOG_TITLE = 'px-5 pt-4 pb-1 text-16 font-strong';

const WIDTHS = { normal: 'w-130', stale: 'w-155' } as const;

export type DialogWidth = keyof typeof WIDTHS;

export function dialogFace(width: DialogWidth): string {
  return cn(DIALOG_FACE, WIDTHS[width]);
}

export function DialogBody({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <div className={cn('px-5 pt-1 pb-4 text-ink-2', className)}>{children}</div>;
}

/** The answers, the safe one last; `note` stands at the other end. */
export function DialogFooter({ note, children }: { note?: ReactNode; children: ReactNode }) {
  return (
    <footer className="flex items-center justify-end gap-2 border-t border-line px-5 py-3">
      {note !== undefined && <span className="me-auto flex items-center gap-1.25 text-12 text-ink-muted">{note}</span>}
      {children}
    </footer>
  );
}
