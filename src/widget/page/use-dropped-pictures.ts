import { useEffect, useState } from 'preact/hooks';
import { picturesOf } from './pictures-of.ts';

/** Takes pictures that are dropped anywhere on the page; true while something is held over it. */
export function useDroppedPictures(onPicture: (file: File) => void): boolean {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const ended = new AbortController();
    const listen = (name: 'dragover' | 'dragleave' | 'drop', handle: (event: DragEvent) => void) => document.addEventListener(name, handle, { signal: ended.signal });
    listen('dragover', (event) => {
      event.preventDefault();
      setIsOver(true);
    });
    listen('dragleave', () => setIsOver(false));
    listen('drop', (event) => {
      event.preventDefault();
      setIsOver(false);
      for (const file of picturesOf(event.dataTransfer?.files)) onPicture(file);
    });
    return () => ended.abort();
  }, [onPicture]);
  return isOver;
}
