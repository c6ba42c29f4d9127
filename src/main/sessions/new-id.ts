import { v7 } from 'uuid';
import type { Clock } from '../ports/clock.ts';
import type { Random } from '../ports/random.ts';

/** A maker of UUIDv7 text by the given clock and chance. */
export const createNewId = (clock: Clock, random: Random) => (): string => v7({ msecs: clock.now(), random: random.bytes(16) });
