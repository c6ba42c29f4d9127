import { Tooltip as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { KeyCap } from './key-cap.tsx';

const DELAY = 400;

/** Set once, at the root: tooltips opened one after another don't wait again. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Primitive.Provider delayDuration={DELAY}>{children}</Primitive.Provider>;
}

interface TooltipProps {
  text: string;
  /** The chord that does the same. */
  cap?: string | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  /** The one element it speaks about; it must take focus. */
  children: ReactNode;
}

/** A name or an exact figure for what is under the pointer or has the focus; never the only place of something needed. */
export function Tooltip({ text, cap, side = 'top', children }: TooltipProps) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content side={side} sideOffset={6} collisionPadding={8} className="z-(--z-tooltip)">
          <TooltipFace text={text} cap={cap} />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  );
}

/** The tooltip's face without its behaviour. */
export function TooltipFace({ text, cap }: { text: string; cap?: string | undefined }) {
  return (
    <span className="fade-in inline-flex max-w-80 items-center gap-2 rounded-control bg-surface-inverse px-2 py-1 text-12 text-ink-inverse">
      {text}
      {cap !== undefined && <KeyCap className="border-current/40 bg-transparent text-inherit">{cap}</KeyCap>}
    </span>
  );
}
