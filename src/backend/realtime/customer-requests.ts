import type { Failure } from '../../shared/contracts/errors.ts';
import type { PublicEvent } from '../../shared/contracts/events/public-event.ts';
import { customerSyncRequestSchema, customerTypingRequestSchema, type CustomerSyncAnswer } from '../../shared/contracts/wire/customer-socket.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { viewForCustomer, type NameOf } from '../audience/customer-view.ts';
import type { Dispatch } from '../commands/dispatch.ts';
import type { LogReader } from '../log/log-reader.ts';
import { parseInput } from '../parse-input.ts';
import type { Asides } from './asides.ts';
import type { OpenHeads } from './open-heads.ts';
import type { CustomerSocket } from './socket-server.ts';

export type CustomerRequestDependencies = {
  readonly dispatch: Dispatch;
  readonly reader: LogReader;
  readonly heads: OpenHeads;
  readonly asides: Asides;
  readonly nameOf: NameOf;
  /** The page holds everything public up to this number. */
  readonly onHeld: (conversationId: string, publicSeq: number) => void;
};

type Request = (deps: CustomerRequestDependencies, socket: CustomerSocket, input: unknown) => Promise<Result<unknown, Failure>>;

/** Asking for what comes after N also says that everything up to N has arrived. */
async function sync(deps: CustomerRequestDependencies, socket: CustomerSocket, input: unknown): Promise<Result<CustomerSyncAnswer, Failure>> {
  const request = parseInput(customerSyncRequestSchema, input);
  if (!request.ok) return request;
  const { conversationId } = socket.data.principal;
  const { afterPublicSeq } = request.value;
  const conversation = await deps.reader.conversation(conversationId);
  if (!conversation) return err({ code: 'NOT_FOUND' });
  const { head } = conversation;
  deps.heads.opened(conversationId, head);
  if (afterPublicSeq > 0) deps.onHeld(conversationId, Math.min(afterPublicSeq, head.publicSeq));
  const rows = await deps.reader.publicCatchUpAfter(conversationId, afterPublicSeq);
  const events = rows.map((event) => viewForCustomer(event, { nameOf: deps.nameOf, language: head.language })).filter((event): event is PublicEvent => event !== null);
  return ok({ events, more: (rows.at(-1)?.publicSeq ?? head.publicSeq) < head.publicSeq });
}

async function typing({ asides }: CustomerRequestDependencies, socket: CustomerSocket, input: unknown): Promise<Result<null, Failure>> {
  const request = parseInput(customerTypingRequestSchema, input);
  if (!request.ok) return request;
  const { conversationId, customerId } = socket.data.principal;
  const what = request.value.typing ? 'typing' : 'idle';
  asides.activity({ conversationId, who: { kind: 'customer', id: customerId }, what });
  return ok(null);
}

/** What a chat page may ask over its line. */
export const CUSTOMER_REQUESTS: { readonly [name: string]: Request | undefined } = {
  command: ({ dispatch }, socket, frame) => dispatch.customer(socket.data.principal, frame),
  sync,
  typing,
};
