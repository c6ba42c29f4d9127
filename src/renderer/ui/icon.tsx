import type { LucideIcon } from 'lucide-react';
import { cn } from '../lib/cn.ts';

// A thinner drawing needs a heavier line, so that all sizes look of one weight.
const SIZES = {
  xs: { pixels: 12, stroke: 2.2 },
  s: { pixels: 14, stroke: 2 },
  m: { pixels: 16, stroke: 1.85 },
  l: { pixels: 20, stroke: 1.7 },
} as const;

export type IconShape = LucideIcon;

interface IconProps {
  of: IconShape;
  size?: keyof typeof SIZES | undefined;
  className?: string | undefined;
}

/** A lucide shape at one of four sizes; hidden from screen readers, the words beside it speak. */
export function Icon({ of: Shape, size = 'm', className }: IconProps) {
  const { pixels, stroke } = SIZES[size];
  return <Shape aria-hidden size={pixels} strokeWidth={stroke} className={cn('shrink-0', className)} />;
}
