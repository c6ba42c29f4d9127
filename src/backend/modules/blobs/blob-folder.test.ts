import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBlobFolder } from './blob-folder.ts';

const BLOB = 'ab'.repeat(32);

describe('the folder of blobs', () => {
  let root = '';
  beforeEach(() => {
    root = path.join(mkdtempSync(path.join(tmpdir(), 'baton-blobs-')), 'blobs');
  });
  afterEach(() => rmSync(path.dirname(root), { recursive: true, force: true }));

  it('gives back what was written, also when it is written again', async () => {
    let names = 0;
    const folder = createBlobFolder(root, () => `part-${(names += 1)}`);
    const bytes = Buffer.from('some bytes');
    await Promise.all([folder.write(BLOB, bytes), folder.write(BLOB, bytes)]);
    await folder.write(BLOB, bytes);
    expect(await folder.read(BLOB)).toEqual(bytes);
    expect(readdirSync(root, { recursive: true })).toEqual(['ab', `ab/${BLOB}`]);
  });

  it.skipIf(process.platform !== 'linux')('leaves nothing behind on a full disk', async () => {
    mkdirSync(path.join(root, 'ab'), { recursive: true });
    // The kernel's own disk that is always full.
    symlinkSync('/dev/full', path.join(root, 'ab', 'part.part'));
    await expect(createBlobFolder(root, () => 'part').write(BLOB, Buffer.from('some bytes'))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(readdirSync(path.join(root, 'ab'))).toEqual([]);
  });
});
