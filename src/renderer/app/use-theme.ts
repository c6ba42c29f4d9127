import { useEffect } from 'react';
import { useApp } from '../bridge/desk-context.tsx';

/** Puts the chosen theme on the page; "as the system" follows the system while it is chosen. */
export function useTheme(): void {
  const theme = useApp((state) => state.settings.theme);
  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = (): void => {
      document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    apply();
    dark.addEventListener('change', apply);
    return () => dark.removeEventListener('change', apply);
  }, [theme]);
}
