import { afterEach, describe, expect, it } from 'vitest';
import { keepOutgoing, recallOutgoing, type Outgoing } from './outgoing.ts';
import { visitorSecret } from './secret.ts';
import { createShelf } from './shelf.ts';
import { systemRandom } from './system-machine.ts';

afterEach(() => localStorage.clear());

const browserStorage = (): Storage => localStorage;
const refuse = (): never => {
  throw new DOMException('denied', 'SecurityError');
};
/** Storage that can be had, and refuses whatever is asked of it. */
const refusingStorage = (): Storage => new Proxy(localStorage, { get: refuse, set: refuse, ownKeys: refuse });

const entry = (id: string, state: Outgoing['state']): Outgoing => ({ id, at: 1, payload: { text: id, attachments: [] }, state });

describe('the shelf', () => {
  it('keeps the things of one visitor apart from those of another', () => {
    createShelf(browserStorage, 'a').write('draft', 'mine');
    expect(createShelf(browserStorage, 'b').read('draft')).toBeNull();
    expect(createShelf(browserStorage, 'a').read('draft')).toBe('mine');
  });

  it('brings back what waited in order, waiting, and clears away what it cannot read', () => {
    const shelf = createShelf(browserStorage, 'a');
    keepOutgoing(shelf, entry('2', { kind: 'in-flight' }));
    keepOutgoing(shelf, entry('1', { kind: 'refused', code: 'BAD_INPUT' }));
    shelf.write('out.3', '{"half');
    expect(recallOutgoing(shelf).map(({ id, state }) => [id, state.kind])).toEqual([['1', 'refused'], ['2', 'queued']]);
    expect(shelf.names('out.')).toEqual(['out.1', 'out.2']);
  });
});

describe('a browser that refuses storage', () => {
  it.each([
    { what: 'throws at its name', storage: refuse },
    { what: 'has none', storage: () => null },
  ])('and $what: things are held while the page is open, and gone with it', ({ storage }) => {
    const shelf = createShelf(storage, 'a');
    keepOutgoing(shelf, entry('2', { kind: 'queued' }));
    keepOutgoing(shelf, entry('1', { kind: 'queued' }));
    expect(recallOutgoing(shelf).map(({ id }) => id)).toEqual(['1', '2']);
    shelf.remove('out.1');
    expect(shelf.names('out.')).toEqual(['out.2']);
    expect(shelf.write('draft', 'mine')).toBe(false);
    expect(createShelf(storage, 'a').read('draft')).toBeNull();
  });

  it('and does so later: nothing is kept, and nothing throws', () => {
    const shelf = createShelf(refusingStorage, 'a');
    expect(shelf.write('draft', 'mine')).toBe(false);
    expect(shelf.read('draft')).toBeNull();
    shelf.remove('draft');
    expect(shelf.names('')).toEqual([]);
    expect(visitorSecret(shelf, systemRandom)).toMatch(/^[\w-]{43}$/);
  });
});

describe("the visitor's secret", () => {
  it('has 256 bits as base64url, and is the same at the next visit', () => {
    const shelf = createShelf(browserStorage, 'a');
    const secret = visitorSecret(shelf, systemRandom);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(visitorSecret(shelf, systemRandom)).toBe(secret);
    expect(visitorSecret(createShelf(browserStorage, 'b'), systemRandom)).not.toBe(secret);
  });
});
