import { z } from 'zod';
import { actionArgumentsSchema, actionKindSchema, actionPreviewSchema, offeredActionSchema } from '../action.ts';
import { idSchema, languageSchema, seqSchema } from '../basics.ts';
import { conversationStateSchema, windowSchema } from '../conversation-state.ts';
import { inboxRowSchema } from '../inbox.ts';
import { articleHitSchema, articleSchema, macroSchema } from '../knowledge.ts';
import { customerSchema, orderSchema } from '../order.ts';
import { accountSchema, presenceSchema, queueSchema, staffSchema } from '../people.ts';
import { visitorSessionSchema } from '../wire/customer-socket.ts';
import { deskQuery, procedure } from './procedure.ts';

const tokensSchema = z.object({ accessToken: z.string(), refreshToken: z.string(), /** Seconds until the access token ends. */ expiresIn: z.int() });
export type Tokens = z.infer<typeof tokensSchema>;

const meta = {
  handshake: procedure
    .route({ method: 'GET', path: '/handshake', summary: 'Name, version and protocol of this server' })
    .output(z.object({ name: z.string(), version: z.string(), protocol: z.int(), demo: z.boolean() })),
};

const auth = {
  signIn: procedure
    .route({ method: 'POST', path: '/auth/sign-in', summary: 'Sign in with login and password' })
    .input(z.strictObject({ login: z.string().min(1).max(200), password: z.string().min(1).max(1000) }))
    .output(tokensSchema.extend({ account: accountSchema })),
  refresh: procedure
    .route({ method: 'POST', path: '/auth/refresh', summary: 'A new pair of tokens for a refresh token; the old one is used up' })
    .input(z.strictObject({ refreshToken: z.string().max(4096) }))
    .output(tokensSchema.extend({ account: accountSchema })),
  signOut: procedure
    .route({ method: 'POST', path: '/auth/sign-out', summary: 'Revoke this session; its live connections are closed' })
    .output(z.object({ done: z.literal(true) })),
};

const visitor = {
  start: procedure
    .route({ method: 'POST', path: '/visitor/start', summary: "A customer's scoped token, by the secret kept in their browser" })
    .input(
      z.strictObject({
        shop: z.string().max(100),
        /** 256 random bits, base64url, kept by the chat page. */
        secret: z.string().min(43).max(64),
        language: languageSchema,
        /** Signed by the shop: `{customerId, exp}`; without it no order data is opened. */
        identity: z.string().max(2000).nullable(),
      }),
    )
    .output(visitorSessionSchema),
};

const conversations = {
  get: deskQuery
    .route({ method: 'GET', path: '/conversations/{conversationId}', summary: 'Snapshot of a conversation: head and newest window' })
    .input(z.strictObject({ conversationId: idSchema }))
    .output(conversationStateSchema),
  page: deskQuery
    .route({ method: 'GET', path: '/conversations/{conversationId}/page', summary: 'An older page, folded as of a seq' })
    .input(z.strictObject({ conversationId: idSchema, before: z.coerce.number<number>().int().positive(), asOf: z.coerce.number<number>().int().nonnegative() }))
    .output(windowSchema),
  search: deskQuery
    .route({ method: 'GET', path: '/conversations', summary: 'Conversations by customer name, order number or words' })
    .input(z.strictObject({ text: z.string().max(200) }))
    .output(z.array(inboxRowSchema)),
};

const customers = {
  get: deskQuery
    .route({ method: 'GET', path: '/customers/{customerId}', summary: 'A customer with their orders, newest first' })
    .input(z.strictObject({ customerId: idSchema }))
    .output(z.object({ customer: customerSchema, orders: z.array(orderSchema) })),
};

const aboutOrder = { conversationId: idSchema, orderNumber: z.string().max(100) };

const actions = {
  list: deskQuery
    .route({ method: 'GET', path: '/conversations/{conversationId}/orders/{orderNumber}/actions', summary: 'What may be done now with this order, by this role' })
    .input(z.strictObject(aboutOrder))
    .output(z.array(offeredActionSchema)),
  preview: deskQuery
    .route({ method: 'POST', path: '/conversations/{conversationId}/orders/{orderNumber}/preview', summary: 'What an action would do; changes nothing' })
    .input(z.strictObject({ ...aboutOrder, kind: actionKindSchema, orderVersion: z.string(), arguments: actionArgumentsSchema }))
    .output(actionPreviewSchema),
};

const knowledge = {
  search: deskQuery
    .route({ method: 'GET', path: '/knowledge', summary: 'Search articles in scope' })
    .input(z.strictObject({ text: z.string().max(500), language: languageSchema, conversationId: idSchema.optional() }))
    .output(z.object({ hits: z.array(articleHitSchema), milliseconds: z.number() })),
  get: deskQuery
    .route({ method: 'GET', path: '/knowledge/{slug}/{version}', summary: 'One version of an article' })
    .input(z.strictObject({ slug: z.string().max(200), version: z.coerce.number<number>().int().positive() }))
    .output(articleSchema),
  macros: deskQuery.route({ method: 'GET', path: '/macros', summary: 'Ready-made replies' }).output(z.array(macroSchema)),
};

const people = {
  list: deskQuery
    .route({ method: 'GET', path: '/people', summary: 'Staff, their presence, and the queues' })
    .output(z.object({ staff: z.array(staffSchema), presence: z.array(presenceSchema), queues: z.array(queueSchema) })),
};

const events = {
  list: deskQuery
    .route({ method: 'GET', path: '/conversations/{conversationId}/events', summary: 'The log itself, for audit and replay' })
    .input(z.strictObject({ conversationId: idSchema, afterSeq: z.coerce.number<number>().int().nonnegative() }))
    .output(z.object({ events: z.array(z.json()), headSeq: seqSchema })),
};

/** The HTTP interface, written before any implementation; OpenAPI and the typed client come from it. */
export const apiContract = { meta, auth, visitor, conversations, customers, actions, knowledge, people, events };
export type ApiContract = typeof apiContract;
