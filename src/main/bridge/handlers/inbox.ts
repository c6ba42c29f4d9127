import { listedRows } from '../../../shared/domain/reducers/reduce-inbox.ts';
import type { Desk } from '../../sessions/index.ts';
import { followWorkspace, type TopicHandlers } from './handler.ts';

/** The list of conversations, and who is typing or viewing. */
export const inboxTopics = (desk: Desk) =>
  ({
    inbox: ({ tap }) =>
      followWorkspace(desk, ({ feed }) => {
        const showAll = () => tap.send({ kind: 'snapshot', position: feed.state.position, rows: listedRows(feed.state) });
        showAll();
        return feed.news.on(({ position, changes, whole }) => {
          if (whole) showAll();
          else tap.send({ kind: 'rows', position, rows: changes.map(({ after }) => after) });
        });
      }),
    activity: ({ tap }) => followWorkspace(desk, ({ activity }) => activity.on(tap.send)),
  }) satisfies Partial<TopicHandlers>;
