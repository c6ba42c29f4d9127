/** The public face of the simulator; its process is `demo-customers.ts`. See README.md. */
export { openCustomerChannel, type CustomerChannel } from './customer-channel.ts';
export { readDemoCast, rolesFor } from './demo-cast.ts';
export { GOALS } from './goals/goals.ts';
export type { Goal, Role } from './goal.ts';
export { NO_PACE, runGoal, type Outcome } from './run-goal.ts';
export { startSimulator } from './simulator.ts';
export { startVisit } from './visit.ts';
