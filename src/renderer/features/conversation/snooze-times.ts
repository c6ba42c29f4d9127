const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export type SnoozeChoice = { readonly id: 'quarter' | 'hour' | 'threeHours' | 'evening' | 'tomorrow'; readonly until: number };

const EVENING = 19;
const MORNING = 9;

/** The next time the machine's clock shows this full hour, so many days from the day of `now`. */
function atHour(now: number, hour: number, daysOn: number): number {
  const day = new Date(now);
  day.setDate(day.getDate() + daysOn);
  return day.setHours(hour, 0, 0, 0);
}

/** When a conversation may come back, soonest first; an evening that has begun is left out. Milliseconds in and out. */
export function snoozeChoices(now: number): SnoozeChoice[] {
  const evening = atHour(now, EVENING, 0);
  const choices: SnoozeChoice[] = [
    { id: 'quarter', until: now + 15 * MINUTE },
    { id: 'hour', until: now + HOUR },
    { id: 'threeHours', until: now + 3 * HOUR },
    { id: 'evening', until: evening },
    { id: 'tomorrow', until: atHour(now, MORNING, 1) },
  ];
  return choices.filter(({ id }) => id !== 'evening' || evening > now).toSorted((left, right) => left.until - right.until);
}
