import { z } from 'zod';
import { BRIDGE_COMMANDS, BRIDGE_QUERIES, BRIDGE_TOPICS } from '../../shared/contracts/bridge/contract.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import { PROTOCOL_VERSION } from '../../shared/lib/protocol.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { Caller } from './peer.ts';

const requestSchema = z.object({ protocol: z.int(), kind: z.enum(['query', 'command']), name: z.string().max(80), input: z.unknown() });
const subscribeSchema = z.object({ protocol: z.int(), subscriptionId: z.string().min(1).max(100), topic: z.string().max(80), input: z.unknown() });

export type ReadRequest = { readonly kind: 'query' | 'command'; readonly name: string; readonly input: unknown };
export type ReadSubscribe = { readonly subscriptionId: string; readonly topic: string; readonly input: unknown };

type Entries = { readonly [name: string]: { readonly input: z.ZodType } };

/** Only the top frame of a window that shows our own page may speak. */
export function checkCaller(caller: Caller, origins: readonly string[]): Result<null, Failure> {
  return caller.isMainFrame && caller.origin !== null && origins.includes(caller.origin) ? ok(null) : err({ code: 'ORIGIN_REFUSED' });
}

function checkInput(entries: Entries, name: string, input: unknown): Result<unknown, Failure> {
  const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
  if (!entry) return err({ code: 'UNKNOWN_COMMAND' });
  const read = entry.input.safeParse(input);
  return read.success ? ok(read.data) : err({ code: 'BAD_INPUT', details: { fields: read.error.issues.map(({ path }) => path.join('.')) } });
}

const checkProtocol = (protocol: number): Result<null, Failure> =>
  protocol === PROTOCOL_VERSION ? ok(null) : err({ code: 'PROTOCOL_MISMATCH', details: { expected: PROTOCOL_VERSION, got: protocol } });

/** A question or command as its contract has it: `BAD_INPUT`, `PROTOCOL_MISMATCH` or `UNKNOWN_COMMAND` otherwise. */
export function readRequest(request: unknown): Result<ReadRequest, Failure> {
  const read = requestSchema.safeParse(request);
  if (!read.success) return err({ code: 'BAD_INPUT' });
  const { protocol, kind, name, input } = read.data;
  const agreed = checkProtocol(protocol);
  if (!agreed.ok) return agreed;
  const checked = checkInput(kind === 'query' ? BRIDGE_QUERIES : BRIDGE_COMMANDS, name, input);
  return checked.ok ? ok({ kind, name, input: checked.value }) : checked;
}

/** A subscription as its contract has it. */
export function readSubscribe(request: unknown): Result<ReadSubscribe, Failure> {
  const read = subscribeSchema.safeParse(request);
  if (!read.success) return err({ code: 'BAD_INPUT' });
  const { protocol, subscriptionId, topic, input } = read.data;
  const agreed = checkProtocol(protocol);
  if (!agreed.ok) return agreed;
  const checked = checkInput(BRIDGE_TOPICS, topic, input);
  return checked.ok ? ok({ subscriptionId, topic, input: checked.value }) : checked;
}
