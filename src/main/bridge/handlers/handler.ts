import type { BridgeCommands, BridgeQueries, BridgeTopics } from '../../../shared/contracts/bridge/contract.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { err, type Result } from '../../../shared/lib/result.ts';
import type { Undo } from '../../ports/clock.ts';
import type { Desk, Workspace } from '../../sessions/index.ts';
import type { Tap } from '../outbound.ts';
import type { Peer } from '../peer.ts';

type Answer<T> = Result<T, Failure> | Promise<Result<T, Failure>>;

export type QueryHandlers = { readonly [K in keyof BridgeQueries]: (input: BridgeQueries[K]['input'], peer: Peer) => Answer<BridgeQueries[K]['output']> };
export type CommandHandlers = { readonly [K in keyof BridgeCommands]: (input: BridgeCommands[K]['input'], peer: Peer) => Answer<BridgeCommands[K]['output']> };

/** A topic's way to one window, with the topic's own messages. */
export type TopicTap<M> = { readonly send: (message: M) => void; readonly sendLatest: (key: string, make: () => M) => void };

/** Begins with the whole state; the answer ends it. */
export type TopicHandlers = { readonly [K in keyof BridgeTopics]: (subscription: { input: BridgeTopics[K]['input']; tap: TopicTap<BridgeTopics[K]['message']>; peer: Peer }) => Undo };

/** Any handler, once its input was checked by the schema of its name. */
export type AnyHandler = (input: unknown, peer: Peer) => Answer<unknown>;
export type AnyTopicHandler = (subscription: { input: unknown; tap: Tap; peer: Peer }) => Undo;

/** Runs in the workspace of whoever is signed in, or answers `NOT_SIGNED_IN`. */
export const inWorkspace =
  (desk: Desk) =>
  <I, T>(run: (workspace: Workspace, input: I, peer: Peer) => Answer<T>) =>
  (input: I, peer: Peer): Answer<T> => {
    const { workspace } = desk;
    return workspace ? run(workspace, input, peer) : err({ code: 'NOT_SIGNED_IN' });
  };

/** Runs for the present workspace and for each that takes its place. */
export function followWorkspace(desk: Desk, run: (workspace: Workspace) => Undo): Undo {
  let undo: Undo = () => undefined;
  const enter = (workspace: Workspace | null) => {
    undo();
    undo = workspace ? run(workspace) : () => undefined;
  };
  const leave = desk.moved.on(enter);
  enter(desk.workspace);
  return () => {
    leave();
    undo();
  };
}

/** Ends several things at once. */
export const all = (...undos: readonly Undo[]): Undo => () => undos.forEach((undo) => undo());
