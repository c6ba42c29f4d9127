import type { BridgeCommands } from '../../../shared/contracts/bridge/contract.ts';
import type { OutboxEntry } from '../../../shared/contracts/bridge/outbox.ts';
import { STAFF_COMMANDS, type StaffCommandType } from '../../../shared/contracts/commands.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { LIMITS, codePointLength } from '../../../shared/lib/limits.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';

/** An act as a window gives it. */
export type Act = BridgeCommands['act']['input'];

export type CheckedAct = { readonly id: string; readonly type: StaffCommandType; readonly conversationId: string; readonly seenSeq: number; readonly payload: OutboxEntry['payload'] };

const TEXT_LIMITS: { readonly [T in StaffCommandType]?: number } = {
  'message.post': LIMITS.messageCodePoints,
  'message.edit': LIMITS.messageCodePoints,
  'note.post': LIMITS.noteCodePoints,
  'whisper.post': LIMITS.noteCodePoints,
};

/** What the transport adds around an act, generously. */
const FRAME_OVERHEAD_BYTES = 1024;

const isStaffCommand = (type: string): type is StaffCommandType => Object.hasOwn(STAFF_COMMANDS, type);

const tooLarge = (what: string, limit: number) => err({ code: 'TOO_LARGE' as const, details: { what, limit } });

function checkSize(act: CheckedAct): Result<CheckedAct, Failure> {
  const { text, attachments } = act.payload;
  const most = TEXT_LIMITS[act.type];
  if (most !== undefined && typeof text === 'string' && codePointLength(text) > most) return tooLarge('text', most);
  if (Array.isArray(attachments) && attachments.length > LIMITS.attachmentsPerMessage) return tooLarge('attachments', LIMITS.attachmentsPerMessage);
  const frame = Buffer.byteLength(JSON.stringify(act)) + FRAME_OVERHEAD_BYTES;
  return frame > LIMITS.frameBytes ? tooLarge('frame', LIMITS.frameBytes) : ok(act);
}

/**
 * The act with its payload as the contract of its type has it: `UNKNOWN_COMMAND`, `BAD_INPUT`, or `TOO_LARGE` (with `details.what`
 * and `details.limit`) otherwise, before anything is queued.
 */
export function checkAct(act: Act): Result<CheckedAct, Failure> {
  const { id, type, conversationId, seenSeq } = act;
  if (!isStaffCommand(type)) return err({ code: 'UNKNOWN_COMMAND' });
  const payload = STAFF_COMMANDS[type].safeParse(act.payload);
  if (!payload.success) return err({ code: 'BAD_INPUT' });
  return checkSize({ id, type, conversationId, seenSeq, payload: payload.data as OutboxEntry['payload'] });
}
