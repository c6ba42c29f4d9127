import { expect } from '@playwright/test';
import { heard, test } from './standin.fixture.ts';

test('a value goes to a handler and back as a structured clone', async ({ desk }) => {
  const kinds = await desk.page.evaluate(async () => {
    const value = {
      map: new Map([['a', new Set([1])]]), date: new Date(5), bytes: new Uint8Array([1, 2, 3]), big: 10n, none: undefined,
      odd: [Number.NaN, -0, Infinity], error: new RangeError('far'), text: '你好', pattern: /a+/gi,
    };
    const back = (await window.fixture.invoke('echo', value)) as typeof value;
    return [
      back.map.get('a')?.has(1), back.date.getTime() === 5, back.bytes.length === 3, back.big === 10n, 'none' in back,
      Number.isNaN(back.odd[0]), Object.is(back.odd[1], -0), back.error instanceof RangeError, back.text === '你好',
      back.pattern.flags === 'gi',
    ];
  });
  expect(kinds).toEqual(Array.from({ length: 10 }, () => true));
});

test('what can not be cloned is refused, and a handler that throws rejects', async ({ desk }) => {
  const refused = desk.page.evaluate(() => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    return [new WeakMap(), Symbol('s'), cycle].map((value) => {
      try {
        return void window.fixture.invoke('echo', value);
      } catch (error) {
        return String(error);
      }
    });
  });
  expect(await refused).toEqual([expect.stringContaining('could not be cloned'), expect.stringContaining('A symbol'), expect.stringContaining('A cycle')]);
  const failed = desk.page.evaluate(() => window.fixture.invoke('fail').then(String, String));
  expect(await failed).toBe("Error: Error invoking remote method 'fail': TypeError: boom");
  const absent = desk.page.evaluate(() => window.fixture.invoke('absent').then(String, String));
  expect(await absent).toContain("No handler registered for 'absent'");
});

test('messages go both ways, and a listener can be taken off', async ({ desk }) => {
  await desk.page.evaluate(() => window.fixture.say('hello'));
  await expect(desk.page.locator('output')).toHaveText('heard hello');
  expect(await heard(desk)).toContain('said hello');
  const answers = await desk.page.evaluate(async () => {
    const received: string[] = [];
    const stop = window.fixture.onAnswer((text) => received.push(text));
    window.fixture.say('one');
    await window.fixture.invoke('echo');
    stop();
    window.fixture.say('two');
    await window.fixture.invoke('echo');
    return received;
  });
  expect(answers).toEqual(['heard one']);
});

test('messages keep their order', async ({ desk }) => {
  await desk.page.evaluate(() => {
    for (let index = 0; index < 100; index += 1) window.fixture.say(String(index));
    return window.fixture.invoke('echo');
  });
  const said = (await heard(desk)).filter((line) => line.startsWith('said')).map((line) => Number(line.slice(5)));
  expect(said).toEqual(Array.from({ length: 100 }, (_, index) => index));
});

test('the page sees the bridge and nothing else of the preload', async ({ desk }) => {
  const seen = await desk.page.evaluate(() => ({
    others: ['require', 'process', 'preloadSecret', 'electronStandinPost', 'electronStandinReceive'].filter((name) => name in globalThis),
    isFrozen: Object.isFrozen(window.fixture) && Object.isFrozen(window.fixture.nested.list),
    two: window.fixture.nested.list[1].two,
    isSandboxed: window.fixture.sandboxed,
    isReplaced: Reflect.set(globalThis, 'fixture', {}),
  }));
  expect(seen).toEqual({ others: [], isFrozen: true, two: 2, isSandboxed: true, isReplaced: false });
});

test('an exception of the preload reaches the page, and the preload has no Node modules', async ({ desk }) => {
  const thrown = await desk.page.evaluate(() => {
    const describe = (act: () => void): string => {
      try {
        act();
        return 'nothing';
      } catch (error) {
        return String(error);
      }
    };
    return [describe(() => window.fixture.fail()), describe(() => window.fixture.requireFs())];
  });
  expect(thrown).toEqual(['RangeError: from the preload', 'Error: module not found: node:fs']);
});

test('a handler knows which frame asks', async ({ desk }) => {
  const sender = await desk.page.evaluate(() => window.fixture.invoke('sender'));
  expect(sender).toEqual({ url: 'app://desk/index.html', origin: 'app://desk', isTop: true });
});

test('after a reload the bridge is there again and listeners do not double', async ({ desk }) => {
  await desk.page.reload();
  await expect(desk.page.getByRole('heading')).toHaveText('Ready');
  await desk.page.evaluate(() => window.fixture.say('again'));
  await expect(desk.page.locator('output')).toHaveText('heard again');
  expect((await heard(desk)).filter((line) => line === 'said again')).toHaveLength(1);
});
