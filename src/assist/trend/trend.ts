/** Weight of the newest customer turn in the live line. */
const alpha = 0.35;

/** What the alarm needs to know: it rings when the level falls to this or below. */
export interface AlarmThreshold {
  level: number;
}

/** A threshold for day zero, from before any session of the shop was seen. */
export const dayZeroAlarm: AlarmThreshold = { level: -0.35 };

/** The next level of the live line: an exponentially weighted mean that starts at neutral. All values -1..1. */
export function nextLevel(level: number, valence: number): number {
  return level + alpha * (valence - level);
}

export interface Trend {
  /** The level after each valence given. */
  levels: number[];
  /** Whether the level reached the threshold at any time. */
  alarm: boolean;
  /** Position of the first valence that rang it, or null. */
  alarmAt: number | null;
}

/**
 * Sentiment over a conversation: the level after each customer turn, and the alarm on it.
 * Level, not slope: a slope rings on every first bad word and sleeps through a steadily bad talk.
 * Source: Roberts, "Control Chart Tests Based on Geometric Moving Averages", Technometrics 1(3), 1959.
 */
export function followTrend(valences: readonly number[], threshold: AlarmThreshold = dayZeroAlarm): Trend {
  const levels: number[] = [];
  let level = 0;
  for (const valence of valences) {
    level = nextLevel(level, valence);
    levels.push(level);
  }
  const alarmAt = levels.findIndex((value) => value <= threshold.level);
  return { levels, alarm: alarmAt >= 0, alarmAt: alarmAt < 0 ? null : alarmAt };
}

/**
 * The highest threshold at which at most `falseAlarmRate` of calm sessions (those that ended well) would ring.
 * A session is its valences in order.
 */
export function fitAlarm(calmSessions: readonly (readonly number[])[], falseAlarmRate: number): AlarmThreshold {
  const lowest = calmSessions.map((session) => Math.min(0, ...followTrend(session).levels)).toSorted((left, right) => left - right);
  const allowed = Math.floor(lowest.length * falseAlarmRate);
  const first = lowest[allowed];
  if (first === undefined) return dayZeroAlarm;
  return { level: first - 1e-9 };
}
