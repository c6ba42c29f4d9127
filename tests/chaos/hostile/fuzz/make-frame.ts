import { z } from 'zod';
import type { Random } from '../../../../src/assist/numeric/random.ts';
import { CUSTOMER_COMMANDS, customerCommandFrameSchema, STAFF_COMMANDS, staffCommandFrameSchema } from '../../../../src/shared/contracts/commands.ts';
import { customerSyncRequestSchema, customerTypingRequestSchema } from '../../../../src/shared/contracts/wire/customer-socket.ts';
import { closeRequestSchema, feedRequestSchema, openRequestSchema, presenceRequestSchema, typingRequestSchema } from '../../../../src/shared/contracts/wire/staff-socket.ts';
import { confuse } from './confuse.ts';
import { pick, sampleSchema, type JsonSchema } from './sample-schema.ts';

const schemaOf = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

type Named = { readonly name: string; readonly schema: JsonSchema };

/** What one side may say over its line. */
type Door = { readonly frame: JsonSchema; readonly payloads: readonly Named[]; readonly requests: readonly Named[] };

const named = (schemas: { readonly [name: string]: z.ZodType }): readonly Named[] => Object.entries(schemas).map(([name, schema]) => ({ name, schema: schemaOf(schema) }));

const DESK: Door = {
  frame: schemaOf(staffCommandFrameSchema),
  payloads: named(STAFF_COMMANDS),
  requests: named({ open: openRequestSchema, close: closeRequestSchema, feed: feedRequestSchema, presence: presenceRequestSchema, typing: typingRequestSchema }),
};

const PAGE: Door = {
  frame: schemaOf(customerCommandFrameSchema),
  payloads: named(CUSTOMER_COMMANDS),
  requests: named({ sync: customerSyncRequestSchema, typing: customerTypingRequestSchema }),
};

/** A request as somebody would send it, with something wrong in it. */
export type FuzzedRequest = { readonly name: string; readonly body: string };

type Sample = { readonly name: string; readonly value: unknown };

/** A command of some type whose payload fits its contract, about what `own` says. */
function command({ frame, payloads }: Door, own: object, random: Random): Sample {
  const { name: type, schema } = pick(random, payloads);
  return { name: 'command', value: { ...(sampleSchema(frame, random) as object), ...own, type, payload: sampleSchema(schema, random) } };
}

function request({ requests }: Door, random: Random): Sample {
  const { name, schema } = pick(random, requests);
  return { name, value: sampleSchema(schema, random) };
}

/** Seldom more than one thing is wrong: what is wrong everywhere is refused at the first look. */
function fuzz(door: Door, own: object, random: Random): FuzzedRequest {
  const { name, value } = random() < 0.7 ? command(door, own, random) : request(door, random);
  const spoilt = random() < 0.1 ? confuse(confuse(value, random), random) : confuse(value, random);
  return { name: random() < 0.02 ? pick(random, ['', 'constructor', '__proto__', 'toString', 'disconnecting']) : name, body: JSON.stringify(spoilt) };
}

/** Of an agent, on a conversation that they have. */
export const fuzzDesk = (conversationId: string, random: Random): FuzzedRequest => fuzz(DESK, { conversationId }, random);

/** Of a customer, whose token says which conversation. */
export const fuzzPage = (random: Random): FuzzedRequest => fuzz(PAGE, {}, random);

const BROKEN = [
  '', '4', '42', '42[', '42{}', '42[]', '42["command"', '42["command",{}]x', '421["command"]', '4299999999999999999999["open",{}]', '42["connect"]', '42["disconnect",1]',
  '43', '430[]', '431[{"ok":true}]', '44', '45', '451-["command",{"_placeholder":true,"num":0}]', '459999-["x"]', '46', '4\u0000', '9', 'x', '40', '40/customer,{}', '40/nowhere,{}', '41',
  '42["command",{"_placeholder":true,"num":-1}]', `42["command",${'['.repeat(5_000)}${']'.repeat(5_000)}]`,
] as const;

/** A text that is no frame of anybody. */
export const breakFrame = (random: Random): string => pick(random, BROKEN);
