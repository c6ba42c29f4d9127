/** The room's public face: what hosts compose and what the bridge speaks to. */
export { Desk, type DeskDeps } from './desk/desk.ts';
export { createNewId } from './new-id.ts';
export { openSocketIo } from './link/socket-io.ts';
export { openWorkspace, type Workspace, type WorkspaceDeps } from './workspace.ts';
export type { Signal } from './signal.ts';
export { SupervisedServer } from './supervised-server.ts';
