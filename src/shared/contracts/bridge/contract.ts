import { z } from 'zod';
import { phraseHitSchema } from '../assist.ts';
import { attachmentSchema, attachmentsSchema } from '../message.ts';
import { idSchema, seqSchema } from '../basics.ts';
import { staffCommandFrameSchema } from '../commands.ts';
import { conversationStateSchema, windowSchema } from '../conversation-state.ts';
import { inboxRowSchema } from '../inbox.ts';
import { presenceStateSchema } from '../people.ts';
import { logEventSchema } from '../wire/staff-socket.ts';
import { activitySchema } from '../wire/staff-socket.ts';
import { appStateSchema, settingsSchema } from './app-state.ts';
import { outboxEntrySchema } from './outbox.ts';

const nothing = z.null();
const conversation = z.strictObject({ conversationId: idSchema });
export const draftModeSchema = z.enum(['reply', 'note']);
const draftKey = { conversationId: idSchema, mode: draftModeSchema };

/** Questions a window may ask main; answers change nothing. */
export const BRIDGE_QUERIES = {
  'app.get': { input: nothing, output: appStateSchema },
  /** A read of the HTTP contract by its path, e.g. `['customers', 'get']`; only procedures marked `query` are forwarded. */
  'api.ask': { input: z.strictObject({ path: z.array(z.string().max(40)).length(2), input: z.json() }), output: z.json() },
  'session.page': { input: z.strictObject({ conversationId: idSchema, before: z.int().positive(), asOf: seqSchema }), output: windowSchema },
  'draft.get': { input: z.strictObject(draftKey), output: z.object({ text: z.string(), attachments: z.array(attachmentSchema), savedAt: z.int() }).nullable() },
  'draft.list': { input: nothing, output: z.array(z.object({ ...draftKey, start: z.string() })) },
  /** What in a reply should not go out as it is, in reading order; asked at every change and before sending. */
  'phrases.check': { input: z.strictObject({ text: z.string() }), output: z.array(phraseHitSchema) },
  'attachment.address': { input: z.strictObject({ blobId: z.string() }), output: z.string() },
  'server.probe': { input: z.strictObject({ server: z.string().max(500) }), output: z.object({ milliseconds: z.number(), name: z.string(), version: z.string(), protocol: z.int() }) },
} as const;

/** Acts a window asks of main. An answer means "done" or, for `act`, "on disk and on its way". */
export const BRIDGE_COMMANDS = {
  'session.sign-in': { input: z.strictObject({ server: z.string().max(500), login: z.string().max(200), password: z.string().max(1000), keep: z.boolean() }), output: nothing },
  'session.sign-in-demo': { input: z.strictObject({ login: z.string().max(200).nullable() }), output: nothing },
  /** Refused with UNSENT_MESSAGES (details.count) unless `discard`. */
  'session.sign-out': { input: z.strictObject({ discard: z.boolean() }), output: nothing },
  act: { input: staffCommandFrameSchema, output: outboxEntrySchema },
  'outbox.drop': { input: z.strictObject({ id: idSchema }), output: nothing },
  /**
   * The words of an entry come before those of the draft of that mode, and the entry leaves, by one step on the disk. TRANSITION_REFUSED when
   * it was sent; COMPOSER_TAKEN when another window writes that draft and would save over the words.
   */
  'outbox.take-back': { input: z.strictObject({ id: idSchema, mode: draftModeSchema }), output: nothing },
  /** A refused or held entry goes again, with what has been seen since and perhaps other words: a new act, a new id. */
  'outbox.resend': { input: z.strictObject({ id: idSchema, newId: idSchema, seenSeq: seqSchema, text: z.string().nullable() }), output: outboxEntrySchema },
  /** COMPOSER_TAKEN while another window has the composer. */
  'draft.save': { input: z.strictObject({ ...draftKey, text: z.string(), attachments: attachmentsSchema }), output: z.object({ savedAt: z.int() }) },
  /** The composer of a conversation belongs to one window; COMPOSER_TAKEN says it is elsewhere, `force` takes it. */
  'composer.claim': { input: z.strictObject({ conversationId: idSchema, force: z.boolean() }), output: nothing },
  'composer.release': { input: conversation, output: nothing },
  /** Tries the line now instead of when it is due; after a refusal too, which takes the account over from a desk elsewhere. */
  'connection.retry': { input: nothing, output: nothing },
  'presence.set': { input: z.strictObject({ state: presenceStateSchema, reason: z.string().max(200).nullable() }), output: nothing },
  'typing.set': { input: z.strictObject({ conversationId: idSchema, typing: z.boolean() }), output: nothing },
  'settings.change': { input: settingsSchema.partial().strict(), output: settingsSchema },
  'attachment.add': { input: z.strictObject({ name: z.string().max(200), mediaType: z.string().max(100), base64: z.string() }), output: attachmentSchema },
  'link.open': { input: z.strictObject({ url: z.string().max(2000) }), output: nothing },
} as const;

/** Streams a window may subscribe to. Each begins with the whole state, so a new window needs nothing else. */
export const BRIDGE_TOPICS = {
  app: { input: nothing, message: appStateSchema },
  inbox: {
    input: nothing,
    message: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('snapshot'), position: z.int(), rows: z.array(inboxRowSchema) }),
      z.object({ kind: z.literal('rows'), position: z.int(), rows: z.array(inboxRowSchema) }),
    ]),
  },
  /** One conversation: a snapshot, then log events in order, and the outbox entries whenever they change. */
  session: {
    input: conversation,
    message: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('snapshot'), state: conversationStateSchema }),
      z.object({ kind: z.literal('events'), events: z.array(logEventSchema) }),
      z.object({ kind: z.literal('pending'), entries: z.array(outboxEntrySchema) }),
      z.object({ kind: z.literal('composer'), mine: z.boolean() }),
      z.object({ kind: z.literal('failed'), code: z.string() }),
    ]),
  },
  outbox: { input: nothing, message: z.object({ entries: z.array(outboxEntrySchema) }) },
  activity: { input: nothing, message: activitySchema },
  /** Where main wants this window to go: a clicked notification, a deep link. */
  navigate: { input: nothing, message: z.object({ to: z.literal('conversation'), conversationId: idSchema }) },
} as const;

export type BridgeQueries = { [K in keyof typeof BRIDGE_QUERIES]: { input: z.infer<(typeof BRIDGE_QUERIES)[K]['input']>; output: z.infer<(typeof BRIDGE_QUERIES)[K]['output']> } };
export type BridgeCommands = { [K in keyof typeof BRIDGE_COMMANDS]: { input: z.infer<(typeof BRIDGE_COMMANDS)[K]['input']>; output: z.infer<(typeof BRIDGE_COMMANDS)[K]['output']> } };
export type BridgeTopics = { [K in keyof typeof BRIDGE_TOPICS]: { input: z.infer<(typeof BRIDGE_TOPICS)[K]['input']>; message: z.infer<(typeof BRIDGE_TOPICS)[K]['message']> } };
