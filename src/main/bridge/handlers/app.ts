import { ok } from '../../../shared/lib/result.ts';
import type { Desk } from '../../sessions/index.ts';
import { inWorkspace, type CommandHandlers, type QueryHandlers, type TopicHandlers } from './handler.ts';

/** Sign-in, settings, presence: what concerns the whole application. */
export const appQueries = (desk: Desk) =>
  ({
    'app.get': () => ok(desk.state),
    'server.probe': ({ server }) => desk.probe(server),
  }) satisfies Partial<QueryHandlers>;

export const appCommands = (desk: Desk) =>
  ({
    'session.sign-in': (input) => desk.signIn(input),
    'session.sign-in-demo': (input) => desk.signInDemo(input),
    'session.sign-out': (input) => desk.signOut(input),
    'settings.change': (change) => ok(desk.changeSettings(withoutUndefined(change))),
    'connection.retry': inWorkspace(desk)((workspace) => {
      workspace.retry();
      return ok(null);
    }),
    'presence.set': inWorkspace(desk)(async (workspace, wish) => {
      const set = await workspace.presence.set(wish);
      return set.ok ? ok(null) : set;
    }),
  }) satisfies Partial<CommandHandlers>;

export const appTopics = (desk: Desk) =>
  ({
    app: ({ tap }) => {
      const show = () => tap.sendLatest('state', () => desk.state);
      show();
      return desk.changed.on(show);
    },
    navigate: ({ tap }) => desk.navigation.on(tap.send),
  }) satisfies Partial<TopicHandlers>;

/** A field given as undefined was not given. */
function withoutUndefined<T extends object>(given: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
