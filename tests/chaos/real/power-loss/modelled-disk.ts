import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SeededRandom } from '../../simulation/seeded-random.ts';
import { FileContent } from './file-content.ts';
import type { Deed } from './read-deeds.ts';

type Change = Extract<Deed, { kind: 'write' | 'truncate' }>;
type NameChange = { readonly path: string; readonly file: ModelledFile | null };
type ModelledFile = { readonly synced: FileContent; pending: Change[] };

/** What a disk writes at once; a write that power ends may have reached it for some of its sectors only. */
const SECTORS = [512, 4_096];
/** Of the writes that nobody waited for, so many reach the disk. */
const SHARES = [0, 0.1, 0.5, 0.9];
const TORN = 0.3;

const newFile = (bytes: Buffer): ModelledFile => ({ synced: new FileContent(bytes), pending: [] });

function apply(content: FileContent, change: Change): void {
  if (change.kind === 'write') content.write(change.at, change.bytes);
  else content.truncate(change.size);
}

function applyTorn(content: FileContent, { at, bytes }: Extract<Change, { kind: 'write' }>, random: SeededRandom): void {
  const sector = random.pick(SECTORS);
  for (let from = at; from < at + bytes.length; ) {
    const to = Math.min(at + bytes.length, (Math.floor(from / sector) + 1) * sector);
    if (random.chance(0.5)) content.write(from, bytes.subarray(from - at, to - at));
    from = to;
  }
}

function remains({ synced, pending }: ModelledFile, random: SeededRandom): Buffer {
  const content = synced.copy();
  const share = random.pick(SHARES);
  for (const change of pending) {
    if (!random.chance(share)) continue;
    if (change.kind === 'write' && random.chance(TORN)) applyTorn(content, change, random);
    else apply(content, change);
  }
  return content.bytes;
}

/**
 * Files as the disk has them. Nothing of a file's content is safe before the file is synced: any part of the writes since then may
 * be there, in any order, torn at sectors. Names (new files, renames, removals) reach the disk in order, and each sync of
 * anything takes along those before it, as on a file system with a journal.
 */
export class ModelledDisk {
  readonly #files = new Map<string, ModelledFile>();
  readonly #safeNames = new Map<string, ModelledFile>();
  readonly #namesSince: NameChange[] = [];

  constructor(contents: ReadonlyMap<string, Buffer>) {
    for (const [name, content] of contents) {
      const file = newFile(content);
      this.#files.set(name, file);
      this.#safeNames.set(name, file);
    }
  }

  take(deed: Deed): void {
    switch (deed.kind) {
      case 'open': return this.#open(deed.path, deed.isEmptied);
      case 'write': case 'truncate': return void this.#files.get(deed.path)?.pending.push(deed);
      case 'sync': return this.#sync(deed.path);
      case 'rename': return this.#rename(deed.path, deed.to);
      case 'unlink': return this.#name(deed.path, null);
      case 'said': return undefined;
    }
  }

  /** What is found when power comes back: the synced, and of the rest what chance has let through. */
  afterPowerLoss(random: SeededRandom): Map<string, Buffer> {
    const names = new Map(this.#safeNames);
    for (const { path: name, file } of this.#namesSince.slice(0, random.below(this.#namesSince.length + 1))) {
      if (file) names.set(name, file);
      else names.delete(name);
    }
    return new Map([...names].map(([name, file]) => [name, remains(file, random)]));
  }

  #open(name: string, isEmptied: boolean): void {
    const known = this.#files.get(name);
    if (!known) this.#name(name, newFile(Buffer.alloc(0)));
    else if (isEmptied) known.pending.push({ kind: 'truncate', path: name, size: 0 });
  }

  #rename(from: string, to: string): void {
    const file = this.#files.get(from);
    this.#name(from, null);
    if (file) this.#name(to, file);
  }

  #name(name: string, file: ModelledFile | null): void {
    if (file) this.#files.set(name, file);
    else this.#files.delete(name);
    this.#namesSince.push({ path: name, file });
  }

  #sync(name: string): void {
    const file = this.#files.get(name);
    if (file) {
      for (const change of file.pending) apply(file.synced, change);
      file.pending = [];
    }
    for (const { path: changed, file: now } of this.#namesSince.splice(0)) {
      if (now) this.#safeNames.set(changed, now);
      else this.#safeNames.delete(changed);
    }
  }
}

/** Writes an image to a folder, leaving out what only lives with a process (`-shm`, which is never written through). */
export function writeImage(image: ReadonlyMap<string, Buffer>, from: string, to: string): void {
  for (const [name, content] of image) {
    if (name.endsWith('-shm')) continue;
    const place = path.join(to, path.relative(from, name));
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, content);
  }
}
