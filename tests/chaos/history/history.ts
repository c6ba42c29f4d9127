import type { ConversationState, ConversationWindow } from '../../../src/shared/contracts/conversation-state.ts';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import type { InboxRow } from '../../../src/shared/contracts/inbox.ts';
import type { PublicEvent } from '../../../src/shared/contracts/events/public-event.ts';
import type { Thread } from '../../../src/shared/domain/reducers/reduce-thread.ts';

/** Words that start a text which no customer may ever be sent. */
export const STAFF_ONLY = 'staff-only';

/** What became of an act in the end, as its author's own screen has it. */
export type Fate =
  /** Taken, and its author believes it done. */
  | 'done'
  /** Taken, and still on its way when everything was quiet. */
  | 'waiting'
  /** Taken, and shown as refused, or parked behind something refused. */
  | 'refused'
  /** Taken back by its author, who was told that it was gone. */
  | 'dropped'
  /** Never taken: its author was told so at once, or died before the answer. */
  | 'not-taken'
  /** Its author's machine died while it was being taken: either way is right, half a way isn't. */
  | 'unknown';

export type Payload = { readonly [field: string]: unknown };

/** One act of somebody, with the facts that the rules ask. */
export type Operation = {
  readonly id: string;
  readonly by: string;
  readonly conversationId: string;
  readonly type: string;
  /** Text of a posted thing: another one for every act, so that a second copy is seen whatever its id. */
  readonly text: string | null;
  /** What its author asked for, word for word. */
  readonly payload: Payload;
  /** Order among the same author's acts; an act sent anew keeps its place. */
  readonly place: number;
  /** Highest number its author had before their eyes; null for customers. */
  readonly seenSeq: number | null;
  readonly fate: Fate;
  /** It was refused or parked at some time, so what came after it may have passed. */
  readonly wasParked: boolean;
};

/** What a desk had on its screen at some moment. */
export type DeskView = { readonly viewer: string; readonly conversationId: string; readonly state: ConversationState };

/** An older page that a desk asked for: what stands before a number, folded up to `asOf`. */
export type OlderPage = { readonly viewer: string; readonly conversationId: string; readonly before: number; readonly asOf: number; readonly page: ConversationWindow };

/** What a chat page had on its screen at some moment. `life` counts how often it was opened. */
export type PageView = { readonly conversationId: string; readonly life: number; readonly thread: Thread };

/** A row that came to stand in a desk's list. `life` counts how often the desk's account was entered. */
export type RowView = { readonly viewer: string; readonly life: number; readonly row: InboxRow };

/** The same conversation on a desk and in the backend, when everything was quiet. */
export type FinalDesk = { readonly viewer: string; readonly conversationId: string; readonly local: ConversationState | null; readonly server: ConversationState };

export type FinalPage = { readonly conversationId: string; readonly thread: Thread; readonly publicEvents: readonly PublicEvent[] };

/** A desk's list beside the backend's, when everything was quiet. */
export type FinalList = { readonly viewer: string; readonly local: readonly InboxRow[]; readonly server: readonly InboxRow[] };

/** An order as the shop itself has it, before the first act and after the last. */
export type FinalOrder = { readonly number: string; readonly before: string | null; readonly after: string | null };

/** A draft as it was found against what its last acknowledged saving held. */
export type DraftFound = { readonly viewer: string; readonly conversationId: string; readonly saved: string | null; readonly found: string | null };

/** A conversation's log as the backend has it in the end, whole. Its first `past` events are older than the run. */
export type FinalLog = { readonly conversationId: string; readonly past: number; readonly initial: ConversationState; readonly events: readonly LogEvent[] };

/** Something that left the backend over a connection: a push, or the answer to a request that was granted. */
export type Given = {
  readonly at: number;
  readonly what: string;
  /** What the backend's clock said when it was asked for; null for what came unasked. */
  readonly askedClock: number | null;
};

/** A connection as it looked on the wire, at the backend's end. Times named `at` are the run's own, in milliseconds; a `clock` is the backend's. */
export type Connection = {
  /** Whose it was: a desk's account, or a page. */
  readonly client: string;
  /** Which life of the backend held it. */
  readonly server: number;
  /** The sign-in that its token is of; null for a customer. */
  readonly sessionId: string | null;
  /** Rises with each connection of a desk; null for a page. */
  readonly epoch: number | null;
  /** By the backend's clock. */
  readonly tokenEndsAt: number;
  readonly knockedAt: number;
  readonly knockedClock: number;
  /** Null when it was refused, or never answered. */
  readonly letInAt: number | null;
  readonly given: readonly Given[];
};

/** A sign-in was ended by somebody who was told so at this time of the run. */
export type Revocation = { readonly sessionId: string; readonly at: number };

/** An act sent under the id of another's, by somebody who had seen it. */
export type Borrowing = {
  readonly id: string;
  readonly owner: string;
  readonly by: string;
  readonly conversationId: string;
  /** Number in the log that the sender was told; `refused` by the backend's word; null when nobody answered. */
  readonly answer: number | 'refused' | null;
};

/** A file that a customer sent, by a name that is only its own. */
export type FileSent = {
  readonly name: string;
  /** Its page has lived on since, and shows it neither as waiting nor as refused. */
  readonly isAwaited: boolean;
};

/** A file that stands in the log, as it was found in the store for those who see it there. */
export type FileThere = { readonly name: string; readonly found: 'whole' | 'missing' | 'changed'; /** The customer of another conversation was given it. */ readonly isOpenToOthers: boolean };

/** A desk's screen came to hold the log up to `seq`, at this time of the run. `life` counts how often the desk's account was entered. */
export type Sighting = { readonly viewer: string; readonly life: number; readonly conversationId: string; readonly seq: number; readonly at: number };

/** A connection of a desk, for as long as it had known nothing but fair weather; times of the run. */
export type FairSpell = { readonly viewer: string; readonly life: number; readonly from: number; readonly to: number };

/** All that everybody saw in one run. */
export type History = {
  readonly operations: readonly Operation[];
  readonly logs: readonly FinalLog[];
  readonly deskViews: readonly DeskView[];
  readonly olderPages: readonly OlderPage[];
  readonly pageViews: readonly PageView[];
  /** In the order in which they came, as views are. */
  readonly rowViews: readonly RowView[];
  readonly finalDesks: readonly FinalDesk[];
  readonly finalPages: readonly FinalPage[];
  readonly finalLists: readonly FinalList[];
  readonly orders: readonly FinalOrder[];
  /** Every frame that reached a customer's machine, as text. */
  readonly customerFrames: readonly { readonly conversationId: string; readonly text: string }[];
  readonly drafts: readonly DraftFound[];
  readonly filesSent: readonly FileSent[];
  readonly filesThere: readonly FileThere[];
  /** What only a run with a time of its own can tell is empty for others: rows, connections, revocations, borrowings, sightings, spells. */
  readonly connections: readonly Connection[];
  readonly revocations: readonly Revocation[];
  readonly borrowings: readonly Borrowing[];
  readonly sightings: readonly Sighting[];
  readonly fairSpells: readonly FairSpell[];
  /** Errors that nobody caught, and parts that never became quiet. */
  readonly troubles: readonly string[];
};

export type RuleName =
  | 'lost' | 'doubled' | 'undone-yet-there' | 'log-dense' | 'sender-order' | 'view-is-prefix' | 'staff-only' | 'deleted-stays-deleted'
  | 'view-went-back' | 'not-as-asked' | 'replicas-converge' | 'stale-act' | 'draft-lost' | 'served-unduly' | 'late' | 'trouble';

export type Violation = { readonly rule: RuleName; readonly what: string };

/** A rule of what may have happened: pure, from the history alone. */
export type Rule = (history: History) => Violation[];
