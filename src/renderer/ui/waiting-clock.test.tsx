import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { createTickSource } from '../lib/tick-source.ts';
import { TickProvider } from './tick.tsx';
import { WaitingClock } from './waiting-clock.tsx';

afterEach(cleanup);

const THRESHOLDS = { amberFrom: 60_000, redFrom: 100_000 };

it('steps with the shared tick and changes its shape at the thresholds', () => {
  let time = 59_000;
  let beat = (): void => undefined;
  const source = createTickSource({
    now: () => time,
    every: (_, given) => {
      beat = given;
      return () => undefined;
    },
  });
  render(<TickProvider source={source}><WaitingClock since={0} thresholds={THRESHOLDS} /></TickProvider>);
  const step = (to: number): string => {
    time = to;
    act(beat);
    return screen.getByText(/^\d\d:\d\d$/).parentElement?.className ?? '';
  };
  expect(screen.getByText('00:59').parentElement?.className).not.toContain('bg-');
  expect(step(60_000)).toContain('bg-waiting-soft');
  expect(screen.getByText('01:00')).toBeTruthy();
  expect(step(100_000)).toContain('bg-risk-solid');
});

it('is outlined and never filled while it is an estimate', () => {
  const source = createTickSource({ now: () => 130_000, every: () => () => undefined });
  render(<TickProvider source={source}><WaitingClock since={0} thresholds={THRESHOLDS} isEstimated /></TickProvider>);
  const face = screen.getByText(/≈/).parentElement?.className ?? '';
  expect(face).toContain('text-risk');
  expect(face).not.toContain('bg-');
});
