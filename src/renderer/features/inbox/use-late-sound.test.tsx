import { cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { createScriptedWindow } from '../../app/scripted-window.tsx';
import { DeskProvider } from '../../bridge/desk-context.tsx';
import { createScriptedMain, signedInApp, START } from '../../bridge/scripted-main.ts';
import { useLateSound } from './use-late-sound.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** What jsdom has nothing of: the tones that were begun are counted. */
function listen(): () => number {
  let played = 0;
  const node = { frequency: {}, gain: { setValueAtTime: () => {}, exponentialRampToValueAtTime: () => {} }, connect: () => node, addEventListener: () => {}, start: () => (played += 1), stop: () => {} };
  vi.stubGlobal('AudioContext', class { readonly currentTime = 0; readonly createOscillator = () => node; readonly createGain = () => node; });
  return () => played;
}

/** A person who wants the sound; `later` lets time pass by so much, by the machine's clock, and so many be late then. */
function begin() {
  let now = START;
  const { desk } = createScriptedWindow(createScriptedMain({}), { settings: { ...signedInApp().settings, sound: true } });
  const tick = { now: () => now, subscribe: () => () => {} };
  const wrapper = ({ children }: { children: ReactNode }) => <DeskProvider desk={{ ...desk, tick }}>{children}</DeskProvider>;
  const { rerender } = renderHook(({ count }) => useLateSound(count), { wrapper, initialProps: { count: 0 } });
  return (milliseconds: number, count: number): void => {
    now += milliseconds;
    rerender({ count });
  };
}

it('is heard when somebody more is late, at most once a minute', () => {
  const played = listen();
  const later = begin();
  later(0, 1);
  later(59_000, 2);
  expect(played()).toBe(1);
  later(1_000, 3);
  expect(played()).toBe(2);
});

it('is not silent for an hour because the clock was put back by one', () => {
  const played = listen();
  const later = begin();
  later(0, 1);
  later(-3_600_000, 2);
  expect(played()).toBe(2);
});
