import type { ReactNode } from 'react';
import { Logo } from './logo.tsx';

interface RailProps {
  label: string;
  /** `RailItem`s. */
  children: ReactNode;
  /** Presence, then the connection lamp. */
  foot: ReactNode;
}

/** The way between modules, 72 wide, always there. */
export function Rail({ label, children, foot }: RailProps) {
  return (
    <div className="flex min-h-0 w-18 flex-col border-e border-line bg-canvas px-1 pt-2.5 pb-2">
      <div className="mb-2.5 grid h-8 place-items-center"><Logo /></div>
      <nav aria-label={label} className="grid gap-0.5">{children}</nav>
      <div className="mt-auto grid gap-0.5">{foot}</div>
    </div>
  );
}
