import { useText } from './use-text.ts';
import { ageOf } from '../lib/relative-time.ts';

/** How old something is, in its largest unit: `3 m`. Milliseconds in. */
export function useAge(): (milliseconds: number) => string {
  const t = useText('common');
  return (milliseconds) => {
    const { unit, count } = ageOf(milliseconds);
    return t(`age.${unit}`, { count });
  };
}
