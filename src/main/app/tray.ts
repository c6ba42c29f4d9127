import { Menu, Tray, nativeImage } from 'electron';
import type { Language } from '../../shared/contracts/basics.ts';
import { TRAY_ICON_ADDRESS } from './tray-icon.ts';

/** The tray's menu is drawn by the system, where the page's catalogue isn't. */
const WORDS = {
  zh: { open: '打开 Baton', quit: '退出', unread: (count: number) => `Baton：${count} 个会话有新消息` },
  en: { open: 'Open Baton', quit: 'Quit', unread: (count: number) => (count === 1 ? 'Baton: 1 conversation has news' : `Baton: ${count} conversations have news`) },
} as const;

export type DeskTray = { readonly setBadge: (count: number) => void; readonly setLanguage: (language: Language) => void };

type Deps = { readonly language: Language; readonly onOpen: () => void; readonly onQuit: () => void };

/** The icon beside the clock: the desk goes on when its window is closed, and comes back by it. */
export function createTray({ language: first, onOpen, onQuit }: Deps): DeskTray {
  const tray = new Tray(nativeImage.createFromDataURL(TRAY_ICON_ADDRESS).resize({ width: 16, height: 16 }));
  let language = first;
  let count = 0;

  function show(): void {
    const words = WORDS[language];
    tray.setToolTip(count === 0 ? 'Baton' : words.unread(count));
    tray.setContextMenu(Menu.buildFromTemplate([{ label: words.open, click: onOpen }, { type: 'separator' }, { label: words.quit, click: onQuit }]));
  }

  tray.on('click', onOpen);
  show();
  return {
    setBadge: (next) => {
      count = next;
      show();
    },
    setLanguage: (next) => {
      if (next === language) return;
      language = next;
      show();
    },
  };
}
