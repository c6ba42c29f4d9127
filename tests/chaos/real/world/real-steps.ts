import type { Client } from '../../simulation/steps.ts';
import type { DeskAct } from '../desk/desk-words.ts';
import type { Weather } from '../network/weather.ts';

/** What happens at a moment of a schedule over real processes; times are milliseconds of the wall clock from its beginning. */
export type RealStep = { readonly at: number } & (
  | { readonly kind: 'customer-says' | 'customer-shows' | 'customer-reads'; readonly page: number }
  | { readonly kind: 'agent'; readonly desk: number; readonly page: number; readonly act: DeskAct; readonly to: number }
  | { readonly kind: 'weather'; readonly client: Client; readonly change: Partial<Weather> }
  | { readonly kind: 'reset' | 'forsake' | 'fair' | 'kill' | 'reconnect'; readonly client: Client }
  | { readonly kind: 'pause-desk' | 'resume-desk'; readonly desk: number }
  | { readonly kind: 'kill-node' | 'pause-node' | 'resume-node' | 'forsake-database'; readonly node: number }
  /** The server behind the nodes; in schedules with one. */
  | { readonly kind: 'pause-redis' | 'resume-redis' | 'restart-redis' | 'pause-postgres' | 'resume-postgres' | 'restart-postgres' }
  /** Whatever is dead is started again. */
  | { readonly kind: 'supervise' }
);

export type RealSchedule = { readonly seed: string; readonly desks: number; readonly pages: number; readonly nodes: number; readonly steps: readonly RealStep[] };

export const ACTS: ReadonlySet<RealStep['kind']> = new Set<RealStep['kind']>(['customer-says', 'customer-shows', 'customer-reads', 'agent']);
