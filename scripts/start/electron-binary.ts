import { spawnSync } from 'node:child_process';
import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { waitForFirstByte } from './first-byte.ts';

export type ElectronBinary = { readonly kind: 'found'; readonly path: string } | { readonly kind: 'missing'; readonly why: string };

type Refusal = { readonly version: string; readonly why: string };

const patience = 10_000;
const releases = 'https://github.com/electron/electron/releases/download/';

const readText = (file: string) => readFile(file, 'utf8').catch(() => undefined);

/** What the electron package itself would start: the name of its executable stands in `path.txt` once it is installed. */
async function installedBinary(folder: string): Promise<string | undefined> {
  const name = await readText(path.join(folder, 'path.txt'));
  if (name === undefined) return undefined;
  const binary = path.join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(folder, 'dist'), name);
  return access(binary).then(() => binary, () => undefined);
}

function downloadAddress(version: string): string {
  const mirror = process.env['npm_config_electron_mirror'] ?? process.env['ELECTRON_MIRROR'] ?? releases;
  return `${mirror}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
}

/**
 * The Electron binary: the installed one, else one attempt to download it, given up when no byte comes within ten seconds.
 * A failure is remembered per version in `.cache/electron-download.json`; deleting that file tries again.
 */
export async function findElectron(root: string): Promise<ElectronBinary> {
  const folder = path.join(root, 'node_modules/electron');
  const installed = await installedBinary(folder);
  if (installed !== undefined) return { kind: 'found', path: installed };
  const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  const memory = path.join(root, '.cache/electron-download.json');
  const remembered = JSON.parse((await readText(memory)) ?? 'null') as Refusal | null;
  if (remembered?.version === version) return { kind: 'missing', why: remembered.why };
  const why = await download(folder, version);
  const binary = await installedBinary(folder);
  if (binary !== undefined) return { kind: 'found', path: binary };
  const refusal: Refusal = { version, why: `the Electron binary can't be downloaded here (${why ?? 'the download failed'})` };
  await mkdir(path.dirname(memory), { recursive: true });
  await writeFile(memory, JSON.stringify(refusal));
  return { kind: 'missing', why: refusal.why };
}

/** Undefined when the download ran to its end, else why it was not begun. */
async function download(folder: string, version: string): Promise<string | undefined> {
  console.log(`Electron ${version} is not installed yet; trying to download it once.`);
  const first = await waitForFirstByte(downloadAddress(version), patience);
  if (!first.ok) return first.why;
  spawnSync(process.execPath, [path.join(folder, 'install.js')], { stdio: 'inherit' });
  return undefined;
}
