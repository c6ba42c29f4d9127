import { ok } from '../../../shared/lib/result.ts';
import type { Desk } from '../../sessions/index.ts';
import { inWorkspace, type CommandHandlers, type QueryHandlers } from './handler.ts';

/** What was written and not sent. */
export const draftQueries = (desk: Desk) =>
  ({
    'draft.get': inWorkspace(desk)(({ drafts }, key) => ok(drafts.get(key))),
    'draft.list': inWorkspace(desk)(({ drafts }) => ok(drafts.list())),
  }) satisfies Partial<QueryHandlers>;

export const draftCommands = (desk: Desk) =>
  ({ 'draft.save': inWorkspace(desk)(({ drafts }, draft) => drafts.save(draft)) }) satisfies Partial<CommandHandlers>;
