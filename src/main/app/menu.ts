import { Menu } from 'electron';

/**
 * macOS needs a menu for copying and quitting to work at all; its labels are the system's own. Elsewhere the page has every chord
 * to itself.
 */
export function setApplicationMenu(platform: NodeJS.Platform): void {
  if (platform !== 'darwin') return Menu.setApplicationMenu(null);
  Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]));
}
