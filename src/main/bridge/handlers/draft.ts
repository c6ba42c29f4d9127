import { err, ok } from '../../../shared/lib/result.ts';
import type { CheckPhrases, Desk } from '../../sessions/index.ts';
import { inWorkspace, type CommandHandlers, type QueryHandlers } from './handler.ts';

/** What was written and not sent, and what should be written otherwise. */
export const draftQueries = (desk: Desk, checkPhrases: CheckPhrases) =>
  ({
    'draft.get': inWorkspace(desk)(({ drafts }, key) => ok(drafts.get(key))),
    'phrases.check': ({ text }) => ok(checkPhrases(text)),
    'draft.list': inWorkspace(desk)(({ drafts }) => ok(drafts.list())),
  }) satisfies Partial<QueryHandlers>;

export const draftCommands = (desk: Desk) =>
  ({
    // A window that has just lost the composer may still have a save on its way: it would lie over the other window's words.
    'draft.save': inWorkspace(desk)(({ drafts, composers }, draft, peer) =>
      composers.isOpenTo(draft.conversationId, peer.id) ? drafts.save(draft) : err({ code: 'COMPOSER_TAKEN' }),
    ),
  }) satisfies Partial<CommandHandlers>;
