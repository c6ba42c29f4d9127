import type { BridgeCommands, BridgeQueries, BridgeTopics } from '../../../src/shared/contracts/bridge/contract.ts';
import type { AppState } from '../../../src/shared/contracts/bridge/app-state.ts';
import type { OutboxEntry } from '../../../src/shared/contracts/bridge/outbox.ts';
import type { Presence } from '../../../src/shared/contracts/people.ts';
import type { Activity } from '../../../src/shared/contracts/wire/staff-socket.ts';
import { attachment, ID, inboxRow, log, OTHER_ID, state } from './conversation.ts';

export const presence: Presence = { agentId: ID, state: 'accepting', reason: null, connected: true, load: 2, since: 1 };
export const activity: Activity = { conversationId: ID, who: { kind: 'customer', id: OTHER_ID }, what: 'typing' };

const settings: AppState['settings'] = { language: 'zh', theme: 'system', enterSends: true, sound: false };

const app: AppState = {
  version: '0.1.0', host: 'electron', platform: 'linux', server: 'http://localhost:8080', demoAvailable: true, chatPage: 'http://127.0.0.1:8080/chat',
  account: {
    id: ID, login: 'wang', name: { zh: '小王', en: 'Wang' }, role: 'agent', skills: ['refund'], capacity: 5, languages: ['zh', 'en'],
    shopIds: [OTHER_ID], moneyLimit: { amount: 20_000, currency: 'CNY' },
  },
  connection: { state: 'catching-up', since: 1, lastHeardAt: 2, progress: { done: 3, of: 9 }, failure: null },
  presence, settings, canKeepSignIn: true, unsent: 0,
};

const entry: OutboxEntry = {
  id: ID, conversationId: OTHER_ID, lane: 'messages', type: 'message.post', payload: { text: 'Hello' }, seenSeq: 4, createdAt: 1,
  state: { kind: 'done', accepted: { seq: 5, position: 9, at: 2 } },
};

const draft = { text: 'Dear', attachments: [attachment] };
const key = { conversationId: ID, mode: 'reply' } as const;

export const queries: { readonly [K in keyof BridgeQueries]: BridgeQueries[K] } = {
  'app.get': { input: null, output: app },
  'api.ask': { input: { path: ['customers', 'get'], input: { customerId: ID } }, output: { customer: null } },
  'session.page': { input: { conversationId: ID, before: 200, asOf: 400 }, output: state.window },
  'draft.get': { input: key, output: { ...draft, savedAt: 1 } },
  'draft.list': { input: null, output: [{ ...key, start: 'Dear' }] },
  'phrases.check': { input: { text: 'It arrives on Saturday, guaranteed' }, output: [{ level: 'confirm', rule: 'promise-beyond-policy', span: { start: 24, end: 34, text: 'guaranteed' }, advice: 'Say “expected”' }] },
  'attachment.address': { input: { blobId: attachment.blobId }, output: 'app://blob/1' },
  'server.probe': { input: { server: 'https://desk.example' }, output: { milliseconds: 12, name: 'Baton', version: '0.1.0', protocol: 1 } },
};

export const commands: { readonly [K in keyof BridgeCommands]: BridgeCommands[K] } = {
  'session.sign-in': { input: { server: 'https://desk.example', login: 'wang', password: 'secret', keep: true }, output: null },
  'session.sign-in-demo': { input: { login: 'wang' }, output: null },
  'session.sign-out': { input: { discard: false }, output: null },
  act: { input: { id: ID, type: 'message.post', conversationId: OTHER_ID, seenSeq: 4, payload: { text: 'Hello' } }, output: entry },
  'outbox.drop': { input: { id: ID }, output: null },
  'outbox.take-back': { input: { id: ID, mode: 'reply' }, output: null },
  'outbox.resend': { input: { id: ID, newId: OTHER_ID, seenSeq: 5, text: 'Hello again' }, output: entry },
  'draft.save': { input: { ...key, ...draft }, output: { savedAt: 1 } },
  'composer.claim': { input: { conversationId: ID, force: false }, output: null },
  'composer.release': { input: { conversationId: ID }, output: null },
  'connection.retry': { input: null, output: null },
  'presence.set': { input: { state: 'break', reason: 'lunch' }, output: null },
  'typing.set': { input: { conversationId: ID, typing: true }, output: null },
  'settings.change': { input: settings, output: settings },
  'attachment.add': { input: { name: 'parcel.png', mediaType: 'image/png', base64: 'AAAA' }, output: attachment },
  'link.open': { input: { url: 'https://shop.example' }, output: null },
};

/** Every kind of message that a topic has. */
export const topics: { readonly [K in keyof BridgeTopics]: { input: BridgeTopics[K]['input']; messages: readonly BridgeTopics[K]['message'][] } } = {
  app: { input: null, messages: [app] },
  inbox: { input: null, messages: [{ kind: 'snapshot', position: 4, rows: [inboxRow] }, { kind: 'rows', position: 5, rows: [inboxRow] }] },
  session: {
    input: { conversationId: ID },
    messages: [
      { kind: 'snapshot', state },
      { kind: 'events', events: JSON.parse(JSON.stringify(log)) },
      { kind: 'pending', entries: [entry] },
      { kind: 'composer', mine: true },
      { kind: 'failed', code: 'NOT_FOUND' },
    ],
  },
  outbox: { input: null, messages: [{ entries: [entry] }] },
  activity: { input: null, messages: [activity] },
  navigate: { input: null, messages: [{ to: 'conversation', conversationId: ID }] },
};

/** Where the bridge does not know the shape: checked further in, against the contract it is of. */
export const openInputs: { readonly [name: string]: readonly string[] } = { 'api.ask': ['input'], act: ['payload'] };
export const openOutputs: { readonly [name: string]: readonly string[] } = { 'session.page': ['items[0].params'], session: ['state.window.items[0].params'] };
export const optionalInputs: { readonly [name: string]: readonly string[] } = { 'settings.change': ['language', 'theme', 'enterSends', 'sound'] };
