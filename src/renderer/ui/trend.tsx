import { cn } from '../lib/cn.ts';
import { MOOD_INK, type MoodKind } from './mood.tsx';

const HEIGHT = 18;
const MARGIN = 2;
const MIDDLE = HEIGHT / 2;
const PIXELS_PER_UNIT = 8.75;
const LIMIT = 0.8;

interface TrendProps {
  /** Sentiment per customer turn, oldest first, -1 to 1; drawn from -0.8 to 0.8. */
  values: readonly number[];
  /** Whose colour it takes: the mood it ends in. */
  mood: MoodKind;
  /** In words, with the last value. */
  label: string;
  width?: 40 | 64 | undefined;
  className?: string | undefined;
}

/** The mood's way so far: a line around a zero line, with a dot where it stands. */
export function Trend({ values, mood, label, width = 40, className }: TrendProps) {
  const points = placePoints(values, width);
  const last = points.at(-1);
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={label}
      className={cn('shrink-0 overflow-visible fill-none stroke-current stroke-[1.5]', MOOD_INK[mood], className)}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={`M0 ${MIDDLE}H${width}`} className="stroke-line-strong stroke-1" strokeDasharray="2 2" />
      <polyline points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {last !== undefined && <circle cx={last.x} cy={last.y} r="2" className="fill-current stroke-none" />}
    </svg>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function placePoints(values: readonly number[], width: number): Point[] {
  const step = values.length > 1 ? (width - 2 * MARGIN) / (values.length - 1) : 0;
  const start = values.length > 1 ? MARGIN : width - MARGIN;
  return values.map((value, index) => {
    const shown = Math.min(LIMIT, Math.max(-LIMIT, value));
    return { x: start + index * step, y: MIDDLE - shown * PIXELS_PER_UNIT };
  });
}
