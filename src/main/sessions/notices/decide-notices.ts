import type { InboxRow } from '../../../shared/contracts/inbox.ts';
import type { Role } from '../../../shared/contracts/people.ts';
import { asksApprovalOf } from '../../../shared/domain/asks-approval.ts';
import type { Notice } from '../../ports/notifier.ts';
import type { RowChange } from '../live/feed.ts';

/** What to do about a conversation's one notice. */
export type NoticeStep = { readonly kind: 'show'; readonly notice: Notice } | { readonly kind: 'withdraw' } | { readonly kind: 'none' };

type Eyes = { readonly me: string; readonly role: Role; readonly isLookedAt: boolean };

export const isMine = (row: InboxRow, me: string): boolean => row.status === 'open' && row.holder.kind === 'agent' && row.holder.agentId === me;

/**
 * The notice that a changed row of the list deserves. Rows are folded from the log and come again after a lost line, so what
 * happened meanwhile is noticed too, once. What the agent is looking at needs no notice.
 */
export function decideNotice(change: RowChange, eyes: Eyes): NoticeStep {
  const step = decideOnMine(change, eyes);
  return step.kind === 'none' ? decideOnApproval(change, eyes) : step;
}

/** News of a conversation that is, or was, the agent's own. */
function decideOnMine({ before, after }: RowChange, { me, isLookedAt }: Eyes): NoticeStep {
  const { conversationId, unread } = after;
  const about = { conversationId, customer: after.customer.name, text: after.last?.text ?? null };
  const wasMine = before !== null && isMine(before, me);
  const unreadBefore = before?.unread ?? 0;
  if (!isMine(after, me)) return { kind: wasMine ? 'withdraw' : 'none' };
  if (isLookedAt) return { kind: 'none' };
  if (!wasMine) return { kind: 'show', notice: { kind: 'assigned', ...about } };
  if (unread > unreadBefore) return { kind: 'show', notice: { kind: 'customer-wrote', ...about, unread } };
  return { kind: unread === 0 && unreadBefore > 0 ? 'withdraw' : 'none' };
}

/** A colleague asks for a decision, or it was taken. */
function decideOnApproval({ before, after }: RowChange, { me, role, isLookedAt }: Eyes): NoticeStep {
  const person = { id: me, role };
  const wasAsked = before !== null && asksApprovalOf(before, person);
  const isAsked = asksApprovalOf(after, person);
  if (isAsked === wasAsked) return { kind: 'none' };
  if (!isAsked) return { kind: 'withdraw' };
  return isLookedAt ? { kind: 'none' } : { kind: 'show', notice: { kind: 'approval', conversationId: after.conversationId, customer: after.customer.name } };
}

/** A wait of mine that has turned red, in milliseconds: the threshold of the list's clocks. */
export const TOO_LONG_MS = 100_000;

export type WaitingRow = InboxRow & { readonly waitingSince: number };

/** Mine that wait, the longest wait first. */
export function waitingOfMine(rows: readonly InboxRow[], me: string): WaitingRow[] {
  const waiting = rows.flatMap((row) => (isMine(row, me) && row.waitingSince !== null && row.snoozedUntil === null ? [{ ...row, waitingSince: row.waitingSince }] : []));
  return waiting.toSorted((one, other) => one.waitingSince - other.waitingSince);
}
