import type { z } from 'zod';
import { describe, expect, it } from 'vitest';
import { CUSTOMER_COMMANDS, customerCommandFrameSchema, STAFF_COMMANDS, staffCommandFrameSchema } from '../../src/shared/contracts/commands.ts';
import {
  customerHandshakeSchema, customerHeartbeatSchema, customerSyncAnswerSchema, customerSyncRequestSchema, customerTypingRequestSchema, visitorSessionSchema,
} from '../../src/shared/contracts/wire/customer-socket.ts';
import {
  closeRequestSchema, commandAnswerSchema, feedRequestSchema, openAnswerSchema, openRequestSchema, presenceRequestSchema, serverToStaffSchemas,
  staffHandshakeSchema, typingRequestSchema,
} from '../../src/shared/contracts/wire/staff-socket.ts';
import { customerPayloads, openPaths, optionalKeys, staffPayloads } from './samples/commands.ts';
import { ID, inboxRow, log, OTHER_ID, state } from './samples/conversation.ts';
import { activity, presence } from './samples/desk.ts';
import { faultsOfInput, faultsOfOutput } from './schema-faults.ts';

const frame = { id: ID, type: 'note.post', conversationId: OTHER_ID, seenSeq: 3, payload: { text: 'Hello' } };
const [publicEvent] = log.map(({ id, at, type, content }) => ({ id, publicSeq: 1, at, actor: { kind: 'bot', name: null }, type, payload: { episode: 1 }, content }));

const requests: readonly (readonly [string, z.ZodType, unknown])[] = [
  ['staff handshake', staffHandshakeSchema, { protocol: 1, token: 't', deviceId: ID, epoch: 7 }],
  ['staff command', staffCommandFrameSchema, frame],
  ['open, with a cursor', openRequestSchema, { conversationId: ID, afterSeq: 4 }],
  ['open, afresh', openRequestSchema, { conversationId: ID, afterSeq: null }],
  ['close', closeRequestSchema, { conversationId: ID }],
  ['feed', feedRequestSchema, { afterPosition: null }],
  ['presence', presenceRequestSchema, { state: 'off', reason: null }],
  ['typing', typingRequestSchema, { conversationId: ID, typing: true }],
  ['customer handshake', customerHandshakeSchema, { protocol: 1, token: 't' }],
  ['customer command', customerCommandFrameSchema, { id: ID, type: 'message.post', payload: { text: 'Hello' } }],
  ['customer sync', customerSyncRequestSchema, { afterPublicSeq: 0 }],
  ['customer typing', customerTypingRequestSchema, { typing: false }],
];

const heartbeat = { position: 9, heads: { [ID]: 4 }, at: 1 };
const failure = { code: 'STALE', details: { events: [] } };

const answers: readonly { readonly of: string; readonly schema: z.ZodType; readonly sample: unknown; readonly open?: string; readonly optional?: string }[] = [
  { of: 'open: events', schema: openAnswerSchema, sample: { kind: 'events', events: log, more: false } },
  { of: 'open: snapshot', schema: openAnswerSchema, sample: { kind: 'snapshot', state }, open: 'state.window.items[0].params' },
  { of: 'command: accepted', schema: commandAnswerSchema, sample: { ok: true, value: { seq: 4, position: 9, at: 1 } } },
  { of: 'command: refused', schema: commandAnswerSchema, sample: { ok: false, error: failure } },
  { of: 'events', schema: serverToStaffSchemas.events, sample: log },
  { of: 'feed', schema: serverToStaffSchemas.feed, sample: { position: 9, rows: [inboxRow] } },
  { of: 'heartbeat', schema: serverToStaffSchemas.heartbeat, sample: heartbeat },
  { of: 'presence', schema: serverToStaffSchemas.presence, sample: presence },
  { of: 'activity', schema: serverToStaffSchemas.activity, sample: activity },
  { of: 'ended', schema: serverToStaffSchemas.ended, sample: failure, optional: 'details' },
  { of: 'customer sync', schema: customerSyncAnswerSchema, sample: { events: [publicEvent], more: true } },
  { of: 'customer heartbeat', schema: customerHeartbeatSchema, sample: { publicSeq: 3, at: 1 } },
  { of: 'visitor session', schema: visitorSessionSchema, sample: { token: 't', conversationId: ID, customerId: OTHER_ID, identified: false } },
];

describe('the wire, up', () => {
  it.each(requests)('%s is closed', (_name, schema, sample) => {
    expect(faultsOfInput(schema, sample, { open: ['payload'] })).toEqual([]);
  });

  it.each(Object.entries<z.ZodType>(STAFF_COMMANDS))('payload of staff %s is closed', (type, schema) => {
    expect(faultsOfInput(schema, staffPayloads[type as keyof typeof staffPayloads], { open: openPaths, optional: optionalOf(type) })).toEqual([]);
  });

  it.each(Object.entries<z.ZodType>(CUSTOMER_COMMANDS))("payload of a customer's %s is closed", (type, schema) => {
    expect(faultsOfInput(schema, customerPayloads[type as keyof typeof customerPayloads], { optional: ['choice'] })).toEqual([]);
  });

  it.each([
    ['a command', staffCommandFrameSchema, { ...frame, id: 'not-an-id' }],
    ['a negative seq', openRequestSchema, { conversationId: ID, afterSeq: -1 }],
    ['half a seq', openRequestSchema, { conversationId: ID, afterSeq: 1.5 }],
    ['a token without end', staffHandshakeSchema, { protocol: 1, token: 't'.repeat(4_097), deviceId: ID, epoch: 7 }],
    ['a presence of its own', presenceRequestSchema, { state: 'on-fire', reason: null }],
    ['a whisper to nobody', STAFF_COMMANDS['whisper.post'], { text: 'x', to: [] }],
    ['a money kind of its own', STAFF_COMMANDS['action.execute'], { ...staffPayloads['action.execute'], kind: 'gift' }],
  ])('%s is refused', (_name, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false);
  });
});

describe('the wire, down', () => {
  it.each(answers)('$of is what it says, and may grow', ({ schema, sample, open = '', optional = '' }) => {
    expect(faultsOfOutput(schema, sample, { open: [open].filter(Boolean), optional: [optional] })).toEqual([]);
  });

  it.each(answers)('$of survives the transport', ({ sample }) => {
    expect(JSON.parse(JSON.stringify(sample))).toEqual(sample);
  });
});

/** Only a refinement of the ticket has all its facts optional; an action needs its kind. */
function optionalOf(type: string): readonly string[] {
  return type === 'action.execute' ? [] : optionalKeys;
}
