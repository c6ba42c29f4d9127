import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { brokenPins, incompleteEntries, registryHosts, type Lock, type Manifest } from './check/lock.ts';

/** Refuses a lock that `npm ci` would stumble over on another machine. */
const root = path.resolve(import.meta.dirname, '..');
const read = async <T>(name: string) => JSON.parse(await readFile(path.join(root, name), 'utf8')) as T;

const lock = await read<Lock>('package-lock.json');
const manifest = await read<Manifest>('package.json');
const complaints = [...incompleteEntries(lock), ...registryHosts(lock), ...brokenPins(manifest, lock)];

console.log(complaints.length === 0 ? `lock complete, ${Object.keys(lock.packages).length - 1} packages` : complaints.join('\n'));
process.exitCode = complaints.length === 0 ? 0 : 1;
