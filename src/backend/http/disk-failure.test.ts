import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { diskFailureOf } from './disk-failure.ts';

const errorOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => null, (error: unknown) => error);

describe('what the disk refuses', () => {
  it.skipIf(process.platform !== 'linux')('is a full disk when it is full', async () => {
    expect(diskFailureOf(await errorOf(writeFile('/dev/full', 'a', { flush: true })))).toEqual({ code: 'STORAGE_FULL' });
  });

  it('may be asked again when a file is not there, or can not be read', async () => {
    expect(diskFailureOf(await errorOf(readFile(`${import.meta.filename}/nothing`)))).toEqual({ code: 'UNAVAILABLE' });
    expect(diskFailureOf(await errorOf(readFile(import.meta.dirname)))).toEqual({ code: 'UNAVAILABLE' });
  });

  it('is no word for bugs', () => {
    expect(diskFailureOf(new TypeError('undefined is not a function'))).toBeNull();
    expect(diskFailureOf(Object.assign(new Error('bad'), { code: 'ERR_INVALID_ARG_TYPE' }))).toBeNull();
    expect(diskFailureOf('a string')).toBeNull();
  });
});
