import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSigningSecret } from './signing-secret.ts';

describe('the signing secret', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'baton-secret-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made once, kept whole, and for its owner alone', async () => {
    const made = await loadSigningSecret(undefined, folder);
    expect(made).toHaveLength(32);
    expect(await loadSigningSecret(undefined, folder)).toEqual(made);
    expect(readdirSync(folder)).toEqual(['signing-secret']);
    expect(statSync(path.join(folder, 'signing-secret')).mode & 0o077).toBe(0);
  });

  it('is the given one where one is given', async () => {
    const given = Buffer.alloc(32, 3);
    expect(await loadSigningSecret(given.toString('base64url'), folder)).toEqual(given);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is never what a power loss left of it', async () => {
    writeFileSync(path.join(folder, 'signing-secret'), '');
    const made = await loadSigningSecret(undefined, folder);
    expect(made).toHaveLength(32);
    expect(await loadSigningSecret(undefined, folder)).toEqual(made);
  });

  it('is not made anew when the kept one can not be read now', async () => {
    mkdirSync(path.join(folder, 'signing-secret'));
    await expect(loadSigningSecret(undefined, folder)).rejects.toMatchObject({ code: 'EISDIR' });
  });
});
