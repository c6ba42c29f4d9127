import type { ElectronBinary } from './electron-binary.ts';

/** Where the desk opens: in Electron, or in a browser with one sentence that says why, and the code of the error if it is one. */
export type Host = { readonly kind: 'electron'; readonly binary: string } | { readonly kind: 'browser'; readonly code: 'NO_DISPLAY' | 'NO_ELECTRON' | null; readonly why: string };

type Machine = { readonly environment: NodeJS.ProcessEnv; readonly platform: NodeJS.Platform; readonly findElectron: () => Promise<ElectronBinary> };

const hasDisplay = ({ environment, platform }: Machine) =>
  platform !== 'linux' || Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY']);

/** Asks for the binary, which may download it, only when nothing else stands in the way. */
export async function chooseHost(machine: Machine): Promise<Host> {
  if (machine.environment['BATON_HOST'] === 'browser') return { kind: 'browser', code: null, why: 'BATON_HOST=browser asks for it' };
  if (!hasDisplay(machine)) return { kind: 'browser', code: 'NO_DISPLAY', why: 'this machine has no display' };
  const electron = await machine.findElectron();
  return electron.kind === 'found' ? { kind: 'electron', binary: electron.path } : { kind: 'browser', code: 'NO_ELECTRON', why: electron.why };
}
