import type { Workspace } from '../../../src/main/sessions/index.ts';
import type { ConversationHead } from '../../../src/shared/contracts/conversation-state.ts';
import type { SimulatedDesk } from './simulated-desk.ts';
import type { World } from './world.ts';

/** The agent before one conversation, as their screen has it now. */
export type Scene = {
  readonly world: World;
  readonly desk: SimulatedDesk;
  readonly workspace: Workspace;
  readonly conversationId: string;
  readonly me: string;
  readonly seenSeq: number;
  readonly head: ConversationHead;
};

type Posting = { readonly type: string; readonly payload: object; readonly text?: string };

/** Hands an act to the desk, and writes down what its author was told. */
export function send({ world, workspace, conversationId, me, seenSeq }: Scene, { type, payload, text }: Posting): void {
  const id = world.newId();
  world.ledger.add({ id, by: me, conversationId, type, text: text ?? null, payload: { ...payload }, seenSeq, fate: 'unknown' });
  const taken = workspace.act({ id, type, conversationId, seenSeq, payload: { ...payload } });
  const entry = world.ledger.find(id);
  if (entry) entry.fate = taken.ok ? null : 'not-taken';
}
