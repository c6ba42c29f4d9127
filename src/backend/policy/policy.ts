import type { Role } from '../../shared/contracts/people.ts';
import type { ApiPath } from '../api/api-handlers.ts';
import type { PolicyRules, Rule } from './rules.ts';

/** Answers for everything that can be asked; what no rule names is denied. */
export type Policy = {
  /** Whether this role may give a command of this type. */
  readonly mayCommand: (role: Role, type: string) => boolean;
  /** Whether this caller may call a procedure; `null` is somebody who has not signed in. */
  readonly mayCall: (role: Role | null, path: ApiPath) => boolean;
  /** Whether this role may connect, open, follow the feed and show its presence: the desk's live line. */
  readonly mayConnect: (role: Role) => boolean;
};

function allows(rule: Rule | undefined, role: Role | null): boolean {
  if (rule === undefined) return false;
  if (rule === 'anyone') return true;
  return role !== null && (rule === 'staff' || rule.includes(role));
}

/** The modules' rules as one policy. */
export function createPolicy(parts: readonly PolicyRules[], connecting: Rule): Policy {
  const commands: { readonly [type: string]: Rule | undefined } = Object.assign({}, ...parts.map((part) => part.commands ?? {}));
  const api: { readonly [path: string]: Rule | undefined } = Object.assign({}, ...parts.map((part) => part.api ?? {}));
  return {
    mayCommand: (role, type) => allows(Object.hasOwn(commands, type) ? commands[type] : undefined, role),
    mayCall: (role, path) => allows(Object.hasOwn(api, path) ? api[path] : undefined, role),
    mayConnect: (role) => allows(connecting, role),
  };
}
