import type { Attachment } from '../../../src/shared/contracts/message.ts';
import { send, type Scene } from './agent-scene.ts';
import { contentOf, FILE_TYPE } from './file-content.ts';

/** Puts a file into the store and then sends it with a reply, if the conversation is the agent's by then. */
export async function sendFile(scene: Scene): Promise<void> {
  const { world, desk, workspace } = scene;
  const name = `${world.newText('file')}.pdf`;
  const stored = await workspace.api.upload({ name, mediaType: FILE_TYPE, bytes: contentOf(name) });
  if (stored.ok) desk.attempt((now) => (now === workspace ? postFile(scene, stored.value) : undefined));
}

function postFile(scene: Scene, attachment: Attachment): void {
  const head = scene.workspace.sessions.find(scene.conversationId)?.state?.head;
  if (head?.holder.kind !== 'agent' || head.holder.agentId !== scene.me) return;
  const text = scene.world.newText('with a file');
  send({ ...scene, head, seenSeq: head.seq }, { type: 'message.post', payload: { text, attachments: [attachment] }, text });
}
