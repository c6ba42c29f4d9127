import { describe, expect, it } from 'vitest';
import { readArguments } from './options.ts';

describe('the command line', () => {
  it('is read', () => {
    expect(readArguments(['--demo', '--public-origin', 'https://desk.example.com/'], '/data')).toEqual({
      kind: 'read',
      options: { demo: true, login: false, publicOrigin: 'https://desk.example.com', port: 0, data: '/data' },
    });
  });

  it.each([['--public-origin', 'desk.example.com'], ['--public-origin', 'https://desk.example.com/path'], ['--port', 'x'], ['--what', 'ever']])('%s %s is wrong', (...words) => {
    expect(readArguments(words, '/data')).toMatchObject({ kind: 'wrong' });
  });
});
