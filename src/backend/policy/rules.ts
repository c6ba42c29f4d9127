import type { StaffCommandType } from '../../shared/contracts/commands.ts';
import type { Role } from '../../shared/contracts/people.ts';
import type { ApiPath } from '../api/api-handlers.ts';

/** Who may ask: anybody at all, any signed-in member of staff, or staff of these roles. What no rule names is denied. */
export type Rule = 'anyone' | 'staff' | readonly Role[];

/** A module's rules for what it brings along. Checks on the object itself (who holds it) stand in the commands. */
export type PolicyRules = {
  readonly commands?: { readonly [T in StaffCommandType]?: Rule };
  readonly api?: { readonly [P in ApiPath]?: Rule };
};

/** Roles that work in conversations. */
export const DESK_ROLES: readonly Role[] = ['agent', 'lead', 'admin'];

/** Roles that watch over others. */
export const LEAD_ROLES: readonly Role[] = ['lead', 'admin'];
