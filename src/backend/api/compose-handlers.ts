import { apiContract } from '../../shared/contracts/api/contract.ts';
import type { ApiHandlers, ApiPart } from './api-handlers.ts';

type Group = { readonly [procedure: string]: unknown };

/** Every procedure of the contract from the modules' parts; one that nobody brings, or two bring, is a fault of the program. */
export function composeHandlers(parts: readonly ApiPart[]): ApiHandlers {
  const composed: { [group: string]: Group } = {};
  for (const [group, procedures] of Object.entries<Group>(apiContract)) {
    const brought = parts.flatMap((part) => Object.entries((part as { readonly [group: string]: Group | undefined })[group] ?? {}));
    composed[group] = Object.fromEntries(brought);
    const names = brought.map(([name]) => name);
    const missing = Object.keys(procedures).filter((name) => !names.includes(name));
    if (missing.length > 0 || new Set(names).size < names.length) throw new Error(`procedures of ${group} without exactly one implementer: ${[...missing, ...names].join(', ')}`);
  }
  // The loop above has just shown that all are there.
  return composed as ApiHandlers;
}
