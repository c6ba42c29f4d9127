/** Whether the focus is in a text field other than the composer: a send key pressed there is not meant for it. */
export function isTypingElsewhere(): boolean {
  const active = document.activeElement;
  return active !== null && active.matches('input, textarea, select, [contenteditable]') && active.getAttribute('data-pane') !== 'composer';
}
