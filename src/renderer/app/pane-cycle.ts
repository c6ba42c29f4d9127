const isOnScreen = (element: HTMLElement): boolean => element.getClientRects().length > 0;

/** Where a pane takes the focus: itself, else its tab stop, else the first thing in it that can have it. */
function entranceOf(pane: HTMLElement): HTMLElement | null {
  if (pane.tabIndex >= 0) return pane;
  return pane.querySelector<HTMLElement>('[tabindex="0"]') ?? pane.querySelector<HTMLElement>('a[href], button, input, textarea');
}

/** Sends the focus to the next pane that is on the screen (`step` 1) or the one before (-1); never to a hidden one. */
export function cyclePane(page: Document, step: 1 | -1): void {
  const panes = [...page.querySelectorAll<HTMLElement>('[data-pane]')].filter(isOnScreen);
  const here = panes.findIndex((pane) => pane.contains(page.activeElement));
  const next = panes[(here + step + panes.length) % panes.length];
  if (next !== undefined) entranceOf(next)?.focus();
}
