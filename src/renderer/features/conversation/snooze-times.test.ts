import { expect, it } from 'vitest';
import { snoozeChoices } from './snooze-times.ts';

it('offers times to come, soonest first', () => {
  const noon = new Date(2026, 10, 20, 12, 0).getTime();
  const choices = snoozeChoices(noon);
  expect(choices.map(({ id }) => id)).toEqual(['quarter', 'hour', 'threeHours', 'evening', 'tomorrow']);
  expect(new Date(choices.at(-1)?.until ?? 0).getHours()).toBe(9);
});

it('leaves out an evening that has begun', () => {
  const late = new Date(2026, 10, 20, 22, 30).getTime();
  expect(snoozeChoices(late).some(({ id }) => id === 'evening')).toBe(false);
  expect(snoozeChoices(late).every(({ until }) => until > late)).toBe(true);
});
