import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The members that `electron.d.ts` declares for one class or interface, its parents included. */
export interface ApiMembers {
  readonly methods: ReadonlySet<string>;
  readonly properties: ReadonlySet<string>;
  readonly statics: ReadonlySet<string>;
}

let declarations: string | undefined;

function readDeclarations(): string {
  declarations ??= readFileSync(createRequire(import.meta.url).resolve('electron/electron.d.ts'), 'utf8');
  return declarations;
}

function readBlock(name: string): { parents: string[]; lines: string[] } | undefined {
  const block = new RegExp(`\\n  (?:class|interface) ${name}(?: extends ([^{]+))? \\{\\n([\\s\\S]*?)\\n  \\}`).exec(readDeclarations());
  if (block === null) return undefined;
  return { parents: (block[1] ?? '').split(',').map((parent) => parent.trim()), lines: (block[2] ?? '').split('\n') };
}

/** Reads what Electron declares for `name` from the installed `electron.d.ts`, so that the list follows the pinned version. */
export function readApi(name: string): ApiMembers {
  const [methods, properties, statics] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const block = readBlock(name);
  for (const line of block?.lines ?? []) {
    const member = /^ {4}(static )?(?:readonly )?(\w+)\??([(:<])(.*)$/.exec(line);
    if (member === null || member[2] === undefined || member[2] === 'constructor') continue;
    if (member[1] !== undefined) statics.add(member[2]);
    else if (member[3] !== ':') methods.add(member[2]);
    // A property that may be undefined is a platform's own (`app.dock`); here it is undefined, as on Linux.
    else if (!/undefined/.test(member[4] ?? '')) properties.add(member[2]);
  }
  for (const parent of block?.parents ?? []) {
    const inherited = readApi(parent);
    for (const method of inherited.methods) methods.add(method);
    for (const property of inherited.properties) properties.add(property);
    for (const member of inherited.statics) statics.add(member);
  }
  return { methods, properties, statics };
}

/** The names that `import ... from 'electron'` offers in the main process. */
export function readMainExports(): readonly string[] {
  const blocks = [...readDeclarations().matchAll(/\n {2}namespace (?:Main|Common) \{\n([\s\S]*?)\n {2}\}/g)].map((block) => block[1] ?? '');
  const names = blocks.flatMap((block) => [...block.matchAll(/^ {4}(?:const|class) (\w+)/gm)].map((match) => match[1] ?? ''));
  return [...new Set(names)];
}
