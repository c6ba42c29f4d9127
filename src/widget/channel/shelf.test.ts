import { afterEach, describe, expect, it } from 'vitest';
import { keepOutgoing, recallOutgoing, type Outgoing } from './outgoing.ts';
import { visitorSecret } from './secret.ts';
import { createShelf } from './shelf.ts';
import { systemRandom } from './system-machine.ts';

afterEach(() => localStorage.clear());

const entry = (id: string, state: Outgoing['state']): Outgoing => ({ id, at: 1, payload: { text: id, attachments: [] }, state });

describe('the shelf', () => {
  it('keeps the things of one visitor apart from those of another', () => {
    createShelf(localStorage, 'a').write('draft', 'mine');
    expect(createShelf(localStorage, 'b').read('draft')).toBeNull();
    expect(createShelf(localStorage, 'a').read('draft')).toBe('mine');
  });

  it('brings back what waited in order, waiting, and clears away what it cannot read', () => {
    const shelf = createShelf(localStorage, 'a');
    keepOutgoing(shelf, entry('2', { kind: 'in-flight' }));
    keepOutgoing(shelf, entry('1', { kind: 'refused', code: 'BAD_INPUT' }));
    shelf.write('out.3', '{"half');
    expect(recallOutgoing(shelf).map(({ id, state }) => [id, state.kind])).toEqual([['1', 'refused'], ['2', 'queued']]);
    expect(shelf.names('out.')).toEqual(['out.1', 'out.2']);
  });
});

describe("the visitor's secret", () => {
  it('has 256 bits as base64url, and is the same at the next visit', () => {
    const shelf = createShelf(localStorage, 'a');
    const secret = visitorSecret(shelf, systemRandom);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(visitorSecret(shelf, systemRandom)).toBe(secret);
    expect(visitorSecret(createShelf(localStorage, 'b'), systemRandom)).not.toBe(secret);
  });
});
