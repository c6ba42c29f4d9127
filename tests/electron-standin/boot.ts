/** Electron's entry: reads its command line, becomes its main process, and runs the application. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { open as openInspector } from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Application } from './app/app.ts';
import { readMainExports } from './core/electron-api.ts';
import { absentApi } from './core/refuse-rest.ts';
import { report } from './core/report.ts';
import { parseCommandLine, type CommandLine } from './core/switches.ts';
import { createElectron } from './electron.ts';

const MODULE_URL = 'electron-standin:electron';
const SLOT = 'electron-standin';

interface Manifest {
  readonly main?: string;
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
}

function readJson(path: string): Manifest {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Manifest) : {};
}

function locate({ entry, switches }: CommandLine): Application {
  const path = resolve(entry);
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const manifest = isFolder ? readJson(join(folder, 'package.json')) : {};
  return {
    folder,
    mainFile: isFolder ? resolve(folder, manifest.main ?? 'index.js') : path,
    name: manifest.productName ?? manifest.name ?? 'Electron',
    version: manifest.version ?? '0.0.0',
    switches,
  };
}

/** Makes Node's `process` look as it does in Electron's main process. */
function dressProcess({ folder }: Application, argv: readonly string[]): void {
  const { version } = readJson(createRequire(import.meta.url).resolve('electron/package.json'));
  process.argv = [join(import.meta.dirname, 'bin', 'electron'), ...argv];
  for (const [name, value] of Object.entries({ type: 'browser', resourcesPath: join(folder, 'resources'), defaultApp: true })) {
    Object.defineProperty(process, name, { value, configurable: true });
  }
  Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true });
}

/** The source of the module `electron`: every name Electron exports, so that one the stand-in lacks fails by its own name. */
function composeModule(names: readonly string[], isCommonJs: boolean): string {
  const electron = `globalThis[Symbol.for(${JSON.stringify(SLOT)})]`;
  if (isCommonJs) return `module.exports = ${electron};`;
  return `const electron = ${electron};\nexport default electron;\nexport const { ${names.join(', ')} } = electron;`;
}

function provideModule(electron: object): void {
  const names = readMainExports();
  const absent = Object.fromEntries(names.map((name) => [name, absentApi(name)]));
  Object.defineProperty(globalThis, Symbol.for(SLOT), { value: { ...absent, ...electron } });
  registerHooks({
    resolve(specifier, context, next) {
      if (!/^electron(\/(main|common))?$/.test(specifier)) return next(specifier, context);
      const format = context.conditions.includes('require') ? 'commonjs' : 'module';
      return { url: `${MODULE_URL}?${format}`, format, shortCircuit: true };
    },
    load(url, context, next) {
      if (!url.startsWith(MODULE_URL)) return next(url, context);
      const format = url.endsWith('commonjs') ? 'commonjs' : 'module';
      return { format, source: composeModule(names, format === 'commonjs'), shortCircuit: true };
    },
  });
}

async function run(commandLine: CommandLine, argv: readonly string[]): Promise<void> {
  const application = locate(commandLine);
  dressProcess(application, argv);
  const { electron, control, start } = createElectron(application);
  provideModule(electron);
  globalThis.electronStandin = control;
  const { app } = electron;
  // Electron shows such an error in a dialog and goes on.
  process.on('uncaughtException', (error) => {
    report('Uncaught Exception in the main process:', error);
    if (!app.isReady()) app.exit(1);
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  const inspect = commandLine.switches.get('inspect');
  if (inspect !== undefined) openInspector(Number(inspect === '' ? 9229 : inspect), '127.0.0.1', false);
  const require = createRequire(join(application.folder, 'package.json'));
  for (const module of commandLine.requires) require(module);
  // Not awaited: a main module may itself wait for the application to be ready.
  import(pathToFileURL(application.mainFile).href).catch((error: unknown) => {
    report('The main module could not be loaded:', error);
    app.exit(1);
  });
  await start();
}

const argv = process.argv.slice(2);
const commandLine = parseCommandLine(argv);
if (commandLine.switches.has('version')) process.stdout.write('v0.0.0-standin\n');
else await run(commandLine, argv);
