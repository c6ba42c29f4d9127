/** The look of everything that drops down: the menu, the select, the list of macros. */
export const FLOATING_LIST = 'floating fade-in z-(--z-menu) max-h-(--radix-popper-available-height) min-w-50 overflow-y-auto scroll-thin rounded-message p-1 text-13 shadow-menu';

/** One line of it; `data-highlighted` and `data-disabled` are set by the primitive that owns the list. */
export const FLOATING_ITEM =
  'flex h-7 select-none items-center gap-2 rounded-control px-2 outline-none data-highlighted:bg-accent-soft data-disabled:text-ink-faint [&>svg]:text-ink-muted data-disabled:[&>svg]:text-ink-faint';
