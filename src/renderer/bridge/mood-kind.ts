/** How a mood level of -1..1 is drawn and named. The bounds are the design's: strong beyond 0.5, felt beyond 0.15. */
export function moodKindOf(level: number): 'angry' | 'uneasy' | 'neutral' | 'content' | 'glad' {
  if (level <= -0.5) return 'angry';
  if (level <= -0.15) return 'uneasy';
  if (level < 0.15) return 'neutral';
  return level < 0.5 ? 'content' : 'glad';
}
