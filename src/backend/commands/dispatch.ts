import {
  CUSTOMER_COMMANDS, customerCommandFrameSchema, STAFF_COMMANDS, staffCommandFrameSchema,
  type Accepted, type AcceptedByCustomer, type CustomerCommandType, type StaffCommandType,
} from '../../shared/contracts/commands.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import { ACT_KINDS } from '../../shared/domain/preconditions.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { Append } from '../log/append-request.ts';
import type { FindPublicPlace } from '../modules/messages/message-repository.ts';
import type { Policy } from '../policy/policy.ts';
import { parseInput } from '../parse-input.ts';
import { customerActor, staffActor, type CustomerPrincipal, type StaffPrincipal } from '../principal.ts';
import { thrownFailureOf } from '../thrown-failure.ts';
import { canonicalJson } from './canonical-json.ts';
import { createInTurn } from './in-turn.ts';
import type { CustomerAct, CustomerHandlers, Decide, Handler, StaffAct, StaffHandlers } from './command-handler.ts';

export type DispatchDependencies = {
  readonly append: Append;
  readonly policy: Policy;
  readonly handlers: StaffHandlers;
  readonly customerHandlers: CustomerHandlers;
  readonly findPlace: FindPublicPlace;
};

/** Commands as they come from the wire, unchecked; answered once, with the log's number or a failure. */
export type Dispatch = {
  readonly staff: (principal: StaffPrincipal, frame: unknown) => Promise<Result<Accepted, Failure>>;
  readonly customer: (principal: CustomerPrincipal, frame: unknown) => Promise<Result<AcceptedByCustomer, Failure>>;
};

const isStaffType = (type: string): type is StaffCommandType => Object.hasOwn(STAFF_COMMANDS, type);
const isCustomerType = (type: string): type is CustomerCommandType => Object.hasOwn(CUSTOMER_COMMANDS, type);

/** What was thrown on the way to a decision: a shop that is away is a refusal like any other, a bug is still a bug. */
function decideBy(error: unknown): Decide {
  const failure = thrownFailureOf(error);
  return () => {
    if (!failure) throw error;
    return err(failure);
  };
}

/**
 * The decision to run inside the transaction. What was refused on the way there, or failed, is so only in there too: a command that is in
 * the log already may look impossible by now, because of itself or of a line that broke since, and still gets its stored answer.
 */
async function prepare<A>(handler: Handler<A>, act: A): Promise<Decide> {
  if (!('prepare' in handler)) return (facts) => handler.decide(act, facts);
  try {
    const prepared = await handler.prepare(act);
    return prepared.ok ? prepared.value : () => prepared;
  } catch (error) {
    return decideBy(error);
  }
}

const orderOf = (payload: object): { readonly orderNumber?: string } => ('orderNumber' in payload && typeof payload.orderNumber === 'string' ? { orderNumber: payload.orderNumber } : {});

async function dispatchStaff(deps: DispatchDependencies, principal: StaffPrincipal, frame: unknown): Promise<Result<Accepted, Failure>> {
  const framed = parseInput(staffCommandFrameSchema, frame);
  if (!framed.ok) return framed;
  const { id, type, conversationId, seenSeq } = framed.value;
  if (!isStaffType(type)) return err({ code: 'UNKNOWN_COMMAND' });
  if (!deps.policy.mayCommand(principal.role, type)) return err({ code: 'FORBIDDEN' });
  const payload = parseInput(STAFF_COMMANDS[type], framed.value.payload);
  if (!payload.ok) return payload;
  // The table pairs each type with its own handler and schema; the compiler can't follow the pairing through the lookup.
  const handler: Handler<StaffAct<StaffCommandType>> | undefined = deps.handlers[type];
  if (!handler) return err({ code: 'UNKNOWN_COMMAND' });
  const decide = await prepare(handler, { principal, id, conversationId, seenSeq, payload: payload.value });
  return deps.append({
    conversationId,
    shopIds: principal.shopIds,
    actor: staffActor(principal),
    key: id,
    fingerprint: canonicalJson([type, conversationId, payload.value]),
    act: ACT_KINDS[type],
    seenSeq,
    ...orderOf(payload.value),
    decide,
  });
}

async function dispatchCustomer(deps: DispatchDependencies, principal: CustomerPrincipal, frame: unknown): Promise<Result<AcceptedByCustomer, Failure>> {
  const framed = parseInput(customerCommandFrameSchema, frame);
  if (!framed.ok) return framed;
  const { id, type } = framed.value;
  if (!isCustomerType(type)) return err({ code: 'UNKNOWN_COMMAND' });
  const payload = parseInput(CUSTOMER_COMMANDS[type], framed.value.payload);
  if (!payload.ok) return payload;
  const handler: Handler<CustomerAct<CustomerCommandType>> | undefined = deps.customerHandlers[type];
  if (!handler) return err({ code: 'UNKNOWN_COMMAND' });
  const decide = await prepare(handler, { principal, id, payload: payload.value });
  const { conversationId, shopId } = principal;
  const answer = await deps.append({
    conversationId, shopIds: [shopId], actor: customerActor(principal), key: id, fingerprint: canonicalJson([type, payload.value]), act: 'free', seenSeq: null, decide,
  });
  if (!answer.ok) return answer;
  const place = await deps.findPlace(conversationId, { seq: answer.value.seq });
  return ok({ publicSeq: place?.publicSeq ?? 0, at: answer.value.at });
}

const idOf = (frame: unknown): string => (typeof frame === 'object' && frame !== null && 'id' in frame && typeof frame.id === 'string' ? frame.id : '');

/**
 * Checks frame, role and payload, in this order; then lets the command's own handler decide, within the principal's shops. The same act once more, over whatever line,
 * waits for the first: what it would be refused with is no answer while the first may still be done.
 */
export function createDispatch(deps: DispatchDependencies): Dispatch {
  const inTurn = createInTurn();
  return {
    staff: (principal, frame) => inTurn(`${principal.accountId} ${idOf(frame)}`, () => dispatchStaff(deps, principal, frame)),
    customer: (principal, frame) => inTurn(`${principal.customerId} ${idOf(frame)}`, () => dispatchCustomer(deps, principal, frame)),
  };
}
