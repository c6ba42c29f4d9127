import type { Id } from '../../shared/contracts/basics.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import {
  closeRequestSchema, feedRequestSchema, openRequestSchema, presenceRequestSchema, typingRequestSchema, type Activity, type OpenAnswer,
} from '../../shared/contracts/wire/staff-socket.ts';
import type { Feed } from '../../shared/contracts/inbox.ts';
import type { Presence } from '../../shared/contracts/people.ts';
import { LIMITS } from '../../shared/lib/limits.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import type { Dispatch } from '../commands/dispatch.ts';
import type { InTurn } from '../commands/in-turn.ts';
import type { LogReader } from '../log/log-reader.ts';
import type { AuditTrail } from '../modules/audit/audit-trail.ts';
import { isHeldBy } from '../modules/conversations/holding.ts';
import type { PresenceBook } from '../modules/people/presence.ts';
import { parseInput } from '../parse-input.ts';
import type { Asides } from './asides.ts';
import { catchUp, findForStaff } from './conversation-access.ts';
import type { OpenHeads } from './open-heads.ts';
import { readList, type TakeTurn } from './read-list.ts';
import { conversationRoom } from './rooms.ts';
import type { StaffSocket } from './socket-server.ts';

export type StaffRequestDependencies = StaffServices & {
  /** Further work for the same answer, when it is this line's turn again. */
  readonly takeTurn: TakeTurn;
};

export type StaffServices = {
  readonly dispatch: Dispatch;
  readonly reader: LogReader;
  readonly presence: PresenceBook;
  readonly heads: OpenHeads;
  readonly asides: Asides;
  readonly oneByOne: InTurn;
  readonly audit: AuditTrail;
  /** An agent's presence changed: colleagues are told, the queue looks again. */
  readonly onPresence: (agentId: string) => Promise<void>;
};

type Answer = Promise<Result<unknown, Failure>>;
type Request = (deps: StaffRequestDependencies, socket: StaffSocket, input: unknown) => Answer;

const agentOf = (socket: StaffSocket): Activity['who'] => ({ kind: 'agent', id: socket.data.principal.accountId });

function tellOthers({ asides }: StaffRequestDependencies, socket: StaffSocket, { conversationId, what }: Pick<Activity, 'conversationId' | 'what'>): void {
  asides.activity({ conversationId, who: agentOf(socket), what }, socket);
}

/** Takes a conversation off a desk; colleagues see that nobody looks any more. */
async function leave(deps: StaffRequestDependencies, socket: StaffSocket, conversationId: Id): Promise<void> {
  if (socket.data.open.delete(conversationId)) tellOthers(deps, socket, { conversationId, what: 'idle' });
  await socket.leave(conversationRoom(conversationId));
}

type Opening = { readonly conversationId: Id; readonly afterSeq: number | null; readonly isNew: boolean };

/** What the desk lacks. It hears of whatever comes by now, so that nothing falls between; what comes twice has its number. */
async function readOpened(deps: StaffRequestDependencies, socket: StaffSocket, { conversationId, afterSeq, isNew }: Opening): Promise<Result<OpenAnswer, Failure>> {
  const { principal, open: opened } = socket.data;
  const conversation = await findForStaff(deps.reader, principal, conversationId);
  if (!conversation) return err({ code: 'NOT_FOUND' });
  if (isNew && principal.role !== 'agent' && !isHeldBy(conversation.head, principal)) await deps.audit.record(principal.accountId, { what: 'conversation-read', conversationId });
  opened.add(conversationId);
  deps.heads.opened(conversationId, conversation.head);
  if (isNew) tellOthers(deps, socket, { conversationId, what: 'viewing' });
  return catchUp(deps.reader, { conversation, afterSeq, accountId: principal.accountId });
}

/**
 * Finds, subscribes, and reads then: before it is found to be theirs nobody hears of it, not even for as long as finding takes. What
 * can't be read is left again, unless it was open before: the desk that shows it asks once more.
 */
async function openInTurn(deps: StaffRequestDependencies, socket: StaffSocket, opening: Opening): Promise<Result<OpenAnswer, Failure>> {
  const { conversationId, isNew } = opening;
  if (isNew && !(await findForStaff(deps.reader, socket.data.principal, conversationId))) return err({ code: 'NOT_FOUND' });
  await socket.join(conversationRoom(conversationId));
  let stays = !isNew;
  try {
    const answer = await readOpened(deps, socket, opening);
    stays ||= answer.ok;
    return answer;
  } finally {
    if (!stays) await leave(deps, socket, conversationId);
  }
}

/** Whether a desk has a conversation open is decided by one request after another: one that fails must not undo what the next has done. */
const inTurn = <T>(deps: StaffRequestDependencies, socket: StaffSocket, { conversationId, run }: { readonly conversationId: Id; readonly run: () => Promise<T> }): Promise<T> =>
  deps.oneByOne(`${socket.id} ${conversationId}`, run);

async function open(deps: StaffRequestDependencies, socket: StaffSocket, input: unknown): Promise<Result<OpenAnswer, Failure>> {
  const request = parseInput(openRequestSchema, input);
  if (!request.ok) return request;
  const { conversationId } = request.value;
  const { open: opened } = socket.data;
  const run = async (): Promise<Result<OpenAnswer, Failure>> => {
    const isNew = !opened.has(conversationId);
    if (isNew && opened.size >= LIMITS.openSessions) return err({ code: 'TOO_LARGE', details: { limit: LIMITS.openSessions } });
    return openInTurn(deps, socket, { ...request.value, isNew });
  };
  return inTurn(deps, socket, { conversationId, run });
}

async function close(deps: StaffRequestDependencies, socket: StaffSocket, input: unknown): Promise<Result<null, Failure>> {
  const request = parseInput(closeRequestSchema, input);
  if (!request.ok) return request;
  const { conversationId } = request.value;
  await inTurn(deps, socket, { conversationId, run: () => leave(deps, socket, conversationId) });
  return ok(null);
}

/** The position is read before the rows: what changes in between comes again, and nothing is missed. */
async function feed({ reader, takeTurn }: StaffRequestDependencies, socket: StaffSocket, input: unknown): Promise<Result<Feed, Failure>> {
  const request = parseInput(feedRequestSchema, input);
  if (!request.ok) return request;
  const position = await reader.headPosition();
  return ok({ position, rows: await readList(reader, { shopIds: socket.data.principal.shopIds, position: request.value.afterPosition }, takeTurn) });
}

async function choosePresence(deps: StaffRequestDependencies, socket: StaffSocket, input: unknown): Promise<Result<Presence, Failure>> {
  const request = parseInput(presenceRequestSchema, input);
  if (!request.ok) return request;
  const { accountId } = socket.data.principal;
  await deps.presence.choose(accountId, request.value);
  await deps.onPresence(accountId);
  const [presence] = await deps.presence.list([accountId]);
  return presence ? ok(presence) : err({ code: 'NOT_FOUND' });
}

async function typing(deps: StaffRequestDependencies, socket: StaffSocket, input: unknown): Promise<Result<null, Failure>> {
  const request = parseInput(typingRequestSchema, input);
  if (!request.ok) return request;
  const { conversationId, typing: isTyping } = request.value;
  // Only who has it open may be seen in it: opening has checked the shop.
  if (!socket.data.open.has(conversationId)) return err({ code: 'NOT_FOUND' });
  tellOthers(deps, socket, { conversationId, what: isTyping ? 'typing' : 'viewing' });
  deps.asides.typing(conversationId, isTyping);
  return ok(null);
}

/** What a desk may ask over its line. */
export const STAFF_REQUESTS: { readonly [name: string]: Request | undefined } = {
  command: ({ dispatch }, socket, frame) => dispatch.staff(socket.data.principal, frame),
  open,
  close,
  feed,
  presence: choosePresence,
  typing,
};
