import { Toast as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Icon, type IconShape } from './icon.tsx';

export const TOAST_FACE = 'floating fade-in inline-flex min-h-10 items-center gap-2.5 rounded-message py-2 ps-3 pe-2.5 shadow-menu';

/** How long an undo is offered, in milliseconds. */
const DURATION = 8000;

interface ToastProps {
  icon?: IconShape | undefined;
  /** What has been done. */
  text: string;
  /** Undo or view, a small `Button`. */
  action?: ReactNode;
  /** Seconds left, where they matter. */
  countdown?: string | undefined;
  onClose: () => void;
}

/** The one message that floats, bottom centre. A new one is given a new `key` and takes the old one's place; waits while it is pointed at. */
export function Toast({ onClose, ...face }: ToastProps) {
  return (
    <Primitive.Root duration={DURATION} onOpenChange={(isOpen) => !isOpen && onClose()} className={TOAST_FACE}>
      <ToastBody {...face} />
    </Primitive.Root>
  );
}

function ToastBody({ icon, text, action, countdown }: Omit<ToastProps, 'onClose'>) {
  return (
    <>
      {icon !== undefined && <Icon of={icon} size="s" />}
      <Primitive.Title>{text}</Primitive.Title>
      {action}
      {countdown !== undefined && <span aria-hidden className="text-12 text-ink-muted">{countdown}</span>}
    </>
  );
}

/** Where toasts appear; set once, around the window. */
export function ToastShelf({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Primitive.Provider label={label} swipeDirection="down">
      {children}
      <Primitive.Viewport label={label} className="fixed inset-x-0 bottom-6 z-(--z-toast) mx-auto w-fit outline-none" />
    </Primitive.Provider>
  );
}
