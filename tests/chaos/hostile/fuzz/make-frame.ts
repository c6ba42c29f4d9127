import { z } from 'zod';
import type { Random } from '../../../../src/assist/numeric/random.ts';
import { STAFF_COMMANDS, staffCommandFrameSchema } from '../../../../src/shared/contracts/commands.ts';
import { closeRequestSchema, feedRequestSchema, openRequestSchema, presenceRequestSchema, typingRequestSchema } from '../../../../src/shared/contracts/wire/staff-socket.ts';
import { confuse } from './confuse.ts';
import { pick, sampleSchema, type JsonSchema } from './sample-schema.ts';

const schemaOf = (schema: z.ZodType): JsonSchema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

const FRAME = schemaOf(staffCommandFrameSchema);
const PAYLOADS = Object.entries(STAFF_COMMANDS).map(([type, schema]) => ({ type, schema: schemaOf(schema) }));
const REQUESTS = [
  { name: 'open', schema: schemaOf(openRequestSchema) },
  { name: 'close', schema: schemaOf(closeRequestSchema) },
  { name: 'feed', schema: schemaOf(feedRequestSchema) },
  { name: 'presence', schema: schemaOf(presenceRequestSchema) },
  { name: 'typing', schema: schemaOf(typingRequestSchema) },
];

/** A request as a desk would send it, with something wrong in it. */
export type FuzzedRequest = { readonly name: string; readonly body: string };

/** A command of some type whose payload fits its contract, on a conversation that the sender has. */
function command(conversationId: string, random: Random): object {
  const { type, schema } = pick(random, PAYLOADS);
  return { ...(sampleSchema(FRAME, random) as object), conversationId, type, payload: sampleSchema(schema, random) };
}

/** Seldom more than one thing is wrong: what is wrong everywhere is refused at the first look. */
export function fuzzRequest(conversationId: string, random: Random): FuzzedRequest {
  const { name, value } = random() < 0.7 ? { name: 'command', value: command(conversationId, random) as unknown } : sampleRequest(random);
  const spoilt = random() < 0.1 ? confuse(confuse(value, random), random) : confuse(value, random);
  return { name: random() < 0.02 ? pick(random, ['', 'constructor', '__proto__', 'toString', 'disconnecting']) : name, body: JSON.stringify(spoilt) };
}

function sampleRequest(random: Random): { readonly name: string; readonly value: unknown } {
  const { name, schema } = pick(random, REQUESTS);
  return { name, value: sampleSchema(schema, random) };
}

const BROKEN = [
  '', '4', '42', '42[', '42{}', '42[]', '42["command"', '42["command",{}]x', '421["command"]', '4299999999999999999999["open",{}]', '42["connect"]', '42["disconnect",1]',
  '43', '430[]', '431[{"ok":true}]', '44', '45', '451-["command",{"_placeholder":true,"num":0}]', '459999-["x"]', '46', '4\u0000', '9', 'x', '40', '40/customer,{}', '40/nowhere,{}', '41',
  '42["command",{"_placeholder":true,"num":-1}]', `42["command",${'['.repeat(5_000)}${']'.repeat(5_000)}]`,
] as const;

/** A text that is no frame of any desk. */
export const breakFrame = (random: Random): string => pick(random, BROKEN);
