import { Meter } from './meter.tsx';

/** One understood intent in a trace, with how sure the bot was, 0 to 1. */
export function IntentPair({ label, value }: { label: string; value: number }) {
  return (
    <span className="me-3 whitespace-nowrap">
      {label} <Meter value={value} className="w-8" /> {value.toFixed(2)}
    </span>
  );
}
