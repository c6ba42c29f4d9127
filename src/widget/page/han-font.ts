const SIZE = 16;

function draw(canvas: HTMLCanvasElement, character: string): string {
  const context = canvas.getContext('2d');
  if (!context) return character;
  context.clearRect(0, 0, SIZE, SIZE);
  context.font = `${SIZE}px sans-serif`;
  context.fillText(character, 0, SIZE - 2);
  return canvas.toDataURL();
}

/** Whether the device can draw Chinese: without a face for it, two different characters are the same empty box. */
function hasHanFont(): boolean {
  const canvas = Object.assign(document.createElement('canvas'), { width: SIZE, height: SIZE });
  return draw(canvas, '永') !== draw(canvas, '齿');
}

/**
 * Brings a Chinese face to a device that has none; all others, nearly everybody's, fetch nothing. `first` is waited for:
 * browsers don't paint a placeholder again when its face comes.
 */
export async function ensureHanFont(first: string): Promise<void> {
  if (hasHanFont()) return;
  await import('../styles/han-fallback.css');
  await document.fonts.load('14px "Noto Sans SC Variable"', first);
}
