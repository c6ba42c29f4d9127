import { useNavigate } from '@tanstack/react-router';
import { useApp, useDesk } from '../bridge/desk-context.tsx';
import { useCommand } from '../stores/stores-context.tsx';
import { cyclePane } from './pane-cycle.ts';

/** Commands that belong to no module. */
export function useWindowCommands(): void {
  const navigate = useNavigate();
  const { bridge } = useDesk();
  const chatPage = useApp((state) => state.chatPage);
  const { language, theme } = useApp((state) => state.settings);
  useCommand('pane.next', () => cyclePane(document, 1));
  useCommand('pane.previous', () => cyclePane(document, -1));
  useCommand('settings.open', () => void navigate({ to: '/settings' }));
  useCommand('demo.be-customer', chatPage === null ? null : () => void bridge.command('link.open', { url: chatPage }));
  useCommand('desk.open', () => void navigate({ to: '/' }));
  useCommand('language.switch', () => void bridge.command('settings.change', { language: language === 'zh' ? 'en' : 'zh' }));
  useCommand('theme.switch', () => void bridge.command('settings.change', { theme: theme === 'dark' ? 'light' : 'dark' }));
}
