import { expect, it } from 'vitest';
import { assertNever } from './assert-never.ts';

it('throws the value that the types said could not be', () => {
  const impossible = JSON.parse('{"kind":"moon"}') as never;
  expect(() => assertNever(impossible)).toThrow('unexpected value: {"kind":"moon"}');
});
