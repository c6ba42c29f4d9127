/**
 * Tells the document's title at first and whenever it changes; the protocol has no event for it.
 * The function refers to nothing outside itself, because its source runs in the page.
 */
export function watchTitle(onTitle: (title: string) => void): void {
  const observer = new MutationObserver(() => onTitle(document.title));
  document.addEventListener('DOMContentLoaded', () => {
    onTitle(document.title);
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
  });
}
