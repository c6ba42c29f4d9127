import type { Desk } from '../../sessions/index.ts';
import { followWorkspace, inWorkspace, type CommandHandlers, type TopicHandlers } from './handler.ts';

/** Acts on their way up. */
export const outboxCommands = (desk: Desk) =>
  ({
    act: inWorkspace(desk)((workspace, act) => workspace.act(act)),
    'outbox.drop': inWorkspace(desk)(({ outbox }, { id }) => outbox.drop(id)),
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
