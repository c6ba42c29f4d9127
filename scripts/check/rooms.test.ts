import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rooms } from './rooms.ts';
import { root } from './tool-environment.ts';

/** Known to git or about to be: what is ignored is nobody's business. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)));
const code = files.filter((file) => /\.(ts|tsx|mjs|cjs)$/.test(file));
const source = code.filter((file) => file.startsWith('src/'));
const folders = [...new Set(source.map((file) => file.split('/').slice(0, 2).join('/')))];

/** Files of a folder that hold no code of a room: global types, configurations. */
const isPlain = (file: string) => file.endsWith('.d.ts') || file.endsWith('.config.ts');

describe('the rooms', () => {
  it('own every source file exactly once', () => {
    const ownersOf = (file: string) => rooms.filter((room) => new RegExp(room.files).test(file)).map((room) => room.name);
    const doubtful = source.filter((file) => !isPlain(file) && ownersOf(file).length !== 1);
    expect(doubtful.map((file) => `${file}: ${ownersOf(file).join(' and ') || 'no room'}`)).toEqual([]);
  });

  it.each(folders)('%s says in at most 40 lines what it is for', (folder) => {
    const readme = path.join(root, folder, 'README.md');
    expect(existsSync(readme), `${folder}/README.md is missing`).toBe(true);
    expect(readFileSync(readme, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(40);
  });

  it('have no attic', () => {
    // The words every part of the screen uses are a namespace of their own in both languages.
    const isWords = (file: string) => /^src\/renderer\/i18n\/\w+\/common\.ts$/.test(file);
    expect(code.filter((file) => /(^|\/)(utils?|types|helpers?|misc|common)\.(ts|tsx|mjs)$/.test(file) && !isWords(file))).toEqual([]);
  });
});
