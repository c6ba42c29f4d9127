import type { BridgeCommands } from '../../../shared/contracts/bridge/contract.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { err, type Result } from '../../../shared/lib/result.ts';
import type { Desk, Workspace } from '../../sessions/index.ts';
import type { Peer } from '../peer.ts';
import { followWorkspace, inWorkspace, type CommandHandlers, type TopicHandlers } from './handler.ts';

/** Not into a composer that another window writes in: what it saves next would take the place of the words. */
function takeBack({ outbox, composers }: Workspace, given: BridgeCommands['outbox.take-back']['input'], peer: Peer): Result<null, Failure> {
  const entry = outbox.find(given.id);
  if (entry && !composers.isOpenTo(entry.conversationId, peer.id)) return err({ code: 'COMPOSER_TAKEN' });
  return outbox.takeBack(given);
}

/** Acts on their way up. */
export const outboxCommands = (desk: Desk) =>
  ({
    act: inWorkspace(desk)((workspace, act) => workspace.act(act)),
    'outbox.drop': inWorkspace(desk)(({ outbox }, { id }) => outbox.drop(id)),
    'outbox.take-back': inWorkspace(desk)(takeBack),
    'outbox.resend': inWorkspace(desk)(({ outbox }, resend) => outbox.resend(resend)),
  }) satisfies Partial<CommandHandlers>;

export const outboxTopics = (desk: Desk) =>
  ({
    outbox: ({ tap }) =>
      followWorkspace(desk, ({ outbox }) => {
        const show = () => tap.sendLatest('entries', () => ({ entries: outbox.entries() }));
        show();
        return outbox.changed.on(show);
      }),
  }) satisfies Partial<TopicHandlers>;
