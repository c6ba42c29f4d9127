import type { WaitThresholds } from '../lib/duration.ts';

/** When a waiting customer turns amber and red. One pair for all queues until a queue's promise says otherwise. */
export const WAIT_THRESHOLDS: WaitThresholds = { amberFrom: 60_000, redFrom: 100_000 };
