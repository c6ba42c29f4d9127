import { sql, type RawBuilder } from 'kysely';
import type { Instant } from '../../shared/contracts/basics.ts';

/** The clocks of two nodes differ by less than one lease: what would run for longer than two was written by a clock that has been put back since. */
const longest = (leaseMs: number): number => 2 * leaseMs;

/** Whether a lease of `leaseMs` milliseconds at a time, which ends at `until`, still runs. */
export const isRunning = (until: Instant, leaseMs: number, now: Instant): boolean => until > now && until <= now + longest(leaseMs);

/** The same of a row's `lease_until`, for a query: its time has come, or it can't be true. */
export const isOver = (leaseMs: number, now: Instant): RawBuilder<boolean> => sql<boolean>`(lease_until <= ${now} or lease_until > ${now + longest(leaseMs)})`;
