/** Shapes of lucide (ISC licence), 24 x 24. */
const SHAPES = {
  bot: ['M12 8V4H8', 'M6 8h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2', 'M2 14h2', 'M20 14h2', 'M15 13v2', 'M9 13v2'],
  check: ['M20 6 9 17l-5-5'],
  'check-check': ['M18 6 7 17l-5-5', 'm22 10-7.5 7.5L13 16'],
  'chevron-down': ['m6 9 6 6 6-6'],
  clock: ['M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20', 'M12 6v6l4 2'],
  alert: ['M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20', 'M12 8v4', 'M12 16h.01'],
  image: ['M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2', 'M9 7a2 2 0 1 0 0 4 2 2 0 1 0 0-4', 'm21 15-3.086-3.086a2 2 0 0 0-2.828 0L6 21'],
  send: ['M3.714 3.048a.498.498 0 0 0-.683.627l2.843 7.627a2 2 0 0 1 0 1.396l-2.842 7.627a.498.498 0 0 0 .682.627l18-8.5a.5.5 0 0 0 0-.904z', 'M6 12h16'],
} as const;

/** A decoration: whoever uses it says the same in words. */
export function Icon({ of, isSmall = false }: { of: keyof typeof SHAPES; isSmall?: boolean }) {
  return (
    <svg class={isSmall ? 'icon small' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      {SHAPES[of].map((path) => <path key={path} d={path} />)}
    </svg>
  );
}
