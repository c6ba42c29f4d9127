import type { History, Rule, Violation } from './history.ts';
import { customersSeeNothingOfStaff, whispersStayWithTheirOwn } from './rules/audience.ts';
import { replicasConverge } from './rules/convergence.ts';
import { deletedStaysDeleted } from './rules/deleted.ts';
import { doneIsAsked } from './rules/as-asked.ts';
import { borrowedKeysGiveNothing } from './rules/borrowed-keys.ts';
import { draftsAreKept } from './rules/drafts.ts';
import { logsAreDense, noneDoubled, noneLost, undoneStaysUndone } from './rules/exactly-once.ts';
import { filesArrive } from './rules/files.ts';
import { fairLinesKeepUp } from './rules/fair-lines.ts';
import { actsAreFresh, botStaysOut } from './rules/fresh-acts.ts';
import { screensGoForward } from './rules/going-forward.ts';
import { orderActsAreDoneOnce } from './rules/order-acts.ts';
import { viewsArePrefixes } from './rules/prefix-views.ts';
import { reactionsHappenOnce } from './rules/reactions.ts';
import { readMarksGoForward } from './rules/read-marks.ts';
import { rowsAreTrue } from './rules/rows.ts';
import { senderOrderHolds } from './rules/sender-order.ts';
import { endedTokensOpenNothing, fencedAreGivenNothing, revokedAreGivenNothing } from './rules/served.ts';

const noTroubles: Rule = ({ troubles }) => troubles.map((what) => ({ rule: 'trouble', what }));

const RULES: readonly Rule[] = [
  noneLost, noneDoubled, undoneStaysUndone, doneIsAsked, logsAreDense, senderOrderHolds, readMarksGoForward, orderActsAreDoneOnce, reactionsHappenOnce, viewsArePrefixes, rowsAreTrue, screensGoForward, customersSeeNothingOfStaff, whispersStayWithTheirOwn, deletedStaysDeleted,
  replicasConverge, actsAreFresh, botStaysOut, draftsAreKept, fencedAreGivenNothing, endedTokensOpenNothing, revokedAreGivenNothing, borrowedKeysGiveNothing, fairLinesKeepUp, filesArrive, noTroubles,
];

/** Everything in a history that may not be; empty for a good one. */
export const checkHistory = (history: History): Violation[] => RULES.flatMap((rule) => rule(history));
