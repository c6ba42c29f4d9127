import { shell } from 'electron';

/** The demo shop's chat page is served on this machine, without TLS. */
const isOwnMachine = ({ protocol, hostname }: URL): boolean => protocol === 'http:' && hostname === '127.0.0.1';

/** The one place where an address leaves the application. The bridge has checked its host; a scheme that runs programs ends here. */
export async function openExternal(url: string): Promise<void> {
  const target = new URL(url);
  if (target.protocol !== 'https:' && !isOwnMachine(target)) throw new Error('only https leaves the application');
  await shell.openExternal(url);
}
