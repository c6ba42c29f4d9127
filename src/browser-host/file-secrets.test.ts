import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../main/ports/system-random.ts';
import { createFileSecrets } from './file-secrets.ts';

describe('profile keys in files', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'baton-keys-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const keyOf = (profile: string): Promise<Uint8Array> => createFileSecrets(folder, systemRandom).profileKey(profile);

  it('are made once, one for each profile, and for this user alone', async () => {
    const key = await keyOf('one');
    expect(key).toHaveLength(32);
    expect(Buffer.from(await keyOf('one'))).toEqual(Buffer.from(key));
    expect(Buffer.from(await keyOf('two'))).not.toEqual(Buffer.from(key));
    expect(readdirSync(folder).toSorted()).toEqual(['profile-one.key', 'profile-two.key']);
    expect(statSync(path.join(folder, 'profile-one.key')).mode & 0o077).toBe(0);
  });

  it('are not made anew when the kept one can not be read now, which would lose what it sealed', async () => {
    mkdirSync(path.join(folder, 'profile-one.key'));
    await expect(keyOf('one')).rejects.toMatchObject({ code: 'EISDIR' });
    expect(readdirSync(folder)).toEqual(['profile-one.key']);
  });

  it('are made anew where nothing of one was ever written', async () => {
    writeFileSync(path.join(folder, 'profile-one.key'), '');
    expect(await keyOf('one')).toHaveLength(32);
  });
});
