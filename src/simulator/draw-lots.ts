import { rolesFor, type DemoCast } from './demo-cast.ts';
import { pick } from './decide.ts';
import type { Goal, Role } from './goal.ts';

/** Shares by goal name instead of the goals' own; a goal that isn't named doesn't come. */
export type Mix = { readonly [goal: string]: number };

export type Lot = { readonly goal: Goal; readonly role: Role };

export type LotsOptions = { readonly goals: readonly Goal[]; readonly cast: DemoCast; readonly mix: Mix | null; readonly random: () => number };

const shareOf = (goal: Goal, mix: Mix | null): number => (mix ? (mix[goal.name] ?? 0) : goal.weight);

/** Draws who comes next and what for: goals by their shares, then one of their roles. Nobody pursues two goals at once. */
export function createLots({ goals, cast, mix, random }: LotsOptions): { readonly draw: (isBusy: (customer: string) => boolean) => Lot | null } {
  const playable = goals.map((goal) => ({ goal, share: shareOf(goal, mix), roles: rolesFor(goal, cast) })).filter(({ share, roles }) => share > 0 && roles.length > 0);
  const sum = playable.reduce((total, { share }) => total + share, 0);

  function drawGoal(): (typeof playable)[number] | undefined {
    let rest = random() * sum;
    return playable.find(({ share }) => (rest -= share) < 0);
  }

  return {
    draw: (isBusy) => {
      const drawn = drawGoal();
      const free = drawn?.roles.filter(({ customer }) => customer === null || !isBusy(customer)) ?? [];
      return drawn && free.length > 0 ? { goal: drawn.goal, role: pick(free, random()) } : null;
    },
  };
}
