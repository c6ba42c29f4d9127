import type { Append } from '../../log/append-request.ts';
import type { BackendModule } from '../../module.ts';
import { slaDue } from './sla-due.ts';

/** The clocks' missed targets; starting and stopping them is a consequence of every append. */
export const createSlaModule = (append: Append): BackendModule => ({ name: 'sla', due: [slaDue(append)] });
