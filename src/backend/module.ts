import type { ApiPart } from './api/api-handlers.ts';
import type { CustomerHandlers, StaffHandlers } from './commands/command-handler.ts';
import type { DueHandler } from './due/due-job.ts';
import type { PolicyRules } from './policy/rules.ts';
import type { Reaction } from './reactions/reaction.ts';

/** What a noun brings to the backend. Everything is optional; what it brings without a rule in `policy` is denied. */
export type BackendModule = {
  readonly name: string;
  readonly policy?: PolicyRules;
  readonly commands?: StaffHandlers;
  readonly customerCommands?: CustomerHandlers;
  readonly reactions?: readonly Reaction[];
  readonly due?: readonly DueHandler[];
  readonly api?: ApiPart;
};
