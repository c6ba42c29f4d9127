/** The room's public face: what hosts compose and what the bridge speaks to. */
export { Desk } from './desk/desk.ts';
export { inviteCustomers, type Customers } from './invite-customers.ts';
export { createNewId } from './new-id.ts';
export { openSocketIo } from './link/socket-io.ts';
export { createPhraseCheck, type CheckPhrases } from './phrases.ts';
export { SupervisedServer } from './supervised-server.ts';
export type { Workspace } from './workspace.ts';
