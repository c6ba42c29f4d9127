import { attachmentSchema } from '../../../../src/shared/contracts/message.ts';
import { createFrameReader } from '../../simulation/web-socket-frames.ts';
import { readPacket } from '../../simulation/socket-io-packets.ts';
import type { Deed } from './read-deeds.ts';

/** Something that somebody outside was told, so that it may never be otherwise. */
export type Told =
  | { readonly kind: 'event'; readonly conversationId: string; readonly seq: number; readonly id: string }
  | { readonly kind: 'file'; readonly blobId: string }
  | { readonly kind: 'staff-answer'; readonly seq: number; readonly position: number }
  | { readonly kind: 'customer-answer'; readonly publicSeq: number; readonly at: number };

type Fields = { readonly [name: string]: unknown };

const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null ? { ...value } : {});

/** A message that shows a file says that the file is there. */
function readFiles(content: unknown): Told[] {
  const { attachments } = fieldsOf(content);
  return Array.isArray(attachments) ? attachments.map((attachment) => ({ kind: 'file', blobId: attachmentSchema.parse(attachment).blobId })) : [];
}

function readEvent(value: unknown): Told[] {
  const { conversationId, seq, id, content } = fieldsOf(value);
  return typeof conversationId === 'string' && typeof seq === 'number' && typeof id === 'string' ? [{ kind: 'event', conversationId, seq, id }, ...readFiles(content)] : [];
}

function readAnswer(body: unknown): Told[] {
  const { seq, position, publicSeq, at } = fieldsOf(fieldsOf(body)['value']);
  if (typeof seq === 'number' && typeof position === 'number') return [{ kind: 'staff-answer', seq, position }];
  return typeof publicSeq === 'number' && typeof at === 'number' ? [{ kind: 'customer-answer', publicSeq, at }] : [];
}

function readText(text: string): Told[] {
  const packet = readPacket(text);
  if (packet.kind === 'answer') return readAnswer(packet.body);
  if (packet.kind !== 'event' || packet.name !== 'events' || !Array.isArray(packet.body)) return [];
  return packet.body.flatMap(readEvent);
}

/** Follows what a backend says on its sockets. Each call answers with what was told by that deed. */
export function createListener(): (deed: Deed) => Told[] {
  const readers = new Map<string, (chunk: Buffer) => void>();
  let told: Told[] = [];
  return (deed) => {
    if (deed.kind !== 'said') return [];
    if (deed.bytes.subarray(0, 12).toString('latin1') === 'HTTP/1.1 101') {
      readers.set(deed.to, createFrameReader((frame) => {
        if (frame.kind === 'text') told.push(...readText(frame.text));
      }));
    }
    told = [];
    readers.get(deed.to)?.(deed.bytes);
    return told;
  };
}
