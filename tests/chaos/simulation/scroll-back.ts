import { windowSchema } from '../../../src/shared/contracts/conversation-state.ts';
import type { Scene } from './agent-scene.ts';

/** Where the next older page ends: before the oldest one that this agent has asked for, or else before the window. */
function oldestOf({ world, workspace, conversationId, me }: Scene): number {
  const last = world.olderPages.findLast((page) => page.viewer === me && page.conversationId === conversationId && page.page.from > 1);
  return last?.page.from ?? workspace.sessions.find(conversationId)?.state?.window.from ?? 1;
}

/** Asks for what stands before what is on the screen, as somebody who scrolls up does; nothing when there is nothing. */
export async function scrollBack(scene: Scene): Promise<void> {
  const { world, workspace, conversationId, me: viewer, seenSeq: asOf } = scene;
  const before = oldestOf(scene);
  if (before === 1) return;
  const answer = await workspace.api.ask(['conversations', 'page'], { conversationId, before, asOf });
  if (answer.ok) world.olderPages.push({ viewer, conversationId, before, asOf, page: windowSchema.parse(answer.value) });
}
