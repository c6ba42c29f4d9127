import { shell } from 'electron';

/** The one place where an address leaves the application. The bridge has checked its host; a scheme that runs programs ends here. */
export async function openExternal(url: string): Promise<void> {
  if (new URL(url).protocol !== 'https:') throw new Error('only https leaves the application');
  await shell.openExternal(url);
}
