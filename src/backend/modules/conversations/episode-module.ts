import type { Append } from '../../log/append-request.ts';
import type { BackendModule } from '../../module.ts';
import { DESK_ROLES } from '../../policy/rules.ts';
import { reopenEpisode, resolveEpisode } from './resolve.ts';
import { snooze, unsnooze, unsnoozeDue } from './snooze.ts';
import { takeOver } from './take-over.ts';
import { transfer, type TransferDependencies } from './transfer.ts';

/** Who holds a conversation, for how long it sleeps, and how its episode ends. */
export function createEpisodeModule(deps: TransferDependencies & { readonly append: Append }): BackendModule {
  return {
    name: 'episodes',
    policy: {
      commands: {
        'conversation.take-over': DESK_ROLES,
        'conversation.transfer': DESK_ROLES,
        'conversation.snooze': DESK_ROLES,
        'conversation.unsnooze': DESK_ROLES,
        'episode.resolve': DESK_ROLES,
        'episode.reopen': DESK_ROLES,
      },
    },
    commands: {
      'conversation.take-over': takeOver,
      'conversation.transfer': transfer(deps),
      'conversation.snooze': snooze,
      'conversation.unsnooze': unsnooze,
      'episode.resolve': resolveEpisode,
      'episode.reopen': reopenEpisode,
    },
    due: [unsnoozeDue(deps.append)],
  };
}
