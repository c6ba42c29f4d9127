import { clsx, type ClassValue } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// Our own names on Tailwind's scales: without them `text-12` would be taken for a colour and `text-ink` would erase it.
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['12', '13', '14', '16', '20'],
      'font-weight': ['text', 'mid', 'strong'],
      radius: ['mark', 'tag', 'control', 'message', 'dialog'],
      shadow: ['menu', 'dialog'],
    },
  },
});

/** Joins class names; of two utilities for the same property the last one wins. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}
