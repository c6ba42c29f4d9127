import type { Plan, Step } from './statement.ts';

/** Runs a plan to its end on a connection that answers at once; what the connection throws reaches the plan. */
export function runPlan<T>(plan: Plan<T>, runStep: (step: Step) => readonly unknown[]): T {
  let state = plan.next();
  while (!state.done) {
    let rows: readonly unknown[];
    try {
      rows = runStep(state.value);
    } catch (error) {
      state = plan.throw(error);
      continue;
    }
    state = plan.next(rows);
  }
  return state.value;
}

/** Runs a plan to its end on a connection that has to be waited for. */
export async function runPlanAsync<T>(plan: Plan<T>, runStep: (step: Step) => Promise<readonly unknown[]>): Promise<T> {
  let state = plan.next();
  while (!state.done) {
    let rows: readonly unknown[];
    try {
      rows = await runStep(state.value);
    } catch (error) {
      state = plan.throw(error);
      continue;
    }
    state = plan.next(rows);
  }
  return state.value;
}
