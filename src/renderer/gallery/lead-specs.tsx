import { ChartFrame } from '../ui/chart-frame.tsx';
import { FigureTile } from '../ui/figure-tile.tsx';
import { LoadBar } from '../ui/load-bar.tsx';
import { TextAction } from '../ui/text-action.tsx';
import { Spec } from './spec.tsx';
import { WORDS } from './words.ts';

const words = WORDS.lead;

/** What a lead looks at: numbers, a chart that can be asked, and who has how much. */
export function LeadSpecs() {
  const { waiting, longest, due, satisfied } = words.tiles;
  return (
    <Spec head={words.head}>
      <dl className="grid grid-cols-4 border border-line">
        <FigureTile term={waiting[0]} figure={waiting[1]} note={waiting[2]} />
        <FigureTile term={longest[0]} figure={longest[1]} note={longest[2]} tone="risk" />
        <FigureTile term={due[0]} figure={due[1]} note={due[2]} tone="waiting" />
        <FigureTile term={satisfied[0]} figure={satisfied[1]} note={satisfied[2]} tone="none" />
      </dl>
      <div className="my-4 flex gap-6 text-12 text-ink-muted">
        <span><LoadBar taken={7} room={8} label={`${words.load} 7 / 8`} /> {words.agents[0]}</span>
        <span><LoadBar taken={5} room={8} label={`${words.load} 5 / 8`} /> {words.agents[1]}</span>
        <span><LoadBar taken={0} room={8} label={`${words.load} 0 / 8`} /> {words.agents[2]}</span>
      </div>
      <ChartFrame title={words.waiting} unit={words.unit} source={<TextAction>{words.source}</TextAction>}>
        <Line />
      </ChartFrame>
    </Spec>
  );
}

function Line() {
  return (
    <svg viewBox="0 0 656 100" role="img" aria-label={words.chart} className="w-full fill-none">
      <path d="M28 10H656M28 50H656M28 90H656" className="stroke-line" />
      <path d="M28 40H656" className="stroke-waiting" strokeDasharray="3 3" />
      <path d="M28 78 76 74 124 80 172 72 220 75 268 66 316 70 364 58 412 40 460 20 508 27 556 24 604 30" className="stroke-chart-1" strokeWidth="1.8" strokeLinejoin="round" />
      <circle cx="604" cy="30" r="3" className="fill-chart-1" />
      <text x="612" y="34" className="fill-ink text-12">{words.now}</text>
    </svg>
  );
}
