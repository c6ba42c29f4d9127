import type { InboxRow } from '../../shared/contracts/inbox.ts';
import type { Role } from '../../shared/contracts/people.ts';
import { asksApprovalOf } from '../../shared/domain/asks-approval.ts';

/** Whose list it is and when it is looked at. */
export type Viewer = { readonly me: string; readonly role: Role; readonly now: number };

/** The person and the moment, where it doesn't matter what they may decide. */
type Onlooker = Pick<Viewer, 'me' | 'now'>;

const isMine = (row: InboxRow, me: string): boolean => row.status === 'open' && row.holder.kind === 'agent' && row.holder.agentId === me;

export const isSnoozed = (row: InboxRow, now: number): boolean => row.snoozedUntil !== null && row.snoozedUntil > now;

/** A customer of mine waits for an answer. A snoozed conversation in which the customer writes again is woken by the log. */
export const needsMe = (row: InboxRow, { me, now }: Onlooker): boolean => isMine(row, me) && row.waitingSince !== null && !isSnoozed(row, now);

/** A colleague waits for this person's decision. */
export const asksMe = (row: InboxRow, { me, role }: Viewer): boolean => row.status === 'open' && asksApprovalOf(row, { id: me, role });

/** Conversations that this person has in hand, the snoozed ones apart: what their capacity counts. */
export const isInHand = (row: InboxRow, { me, now }: Onlooker): boolean => isMine(row, me) && !isSnoozed(row, now);

export type Place = 'now' | 'mine' | 'queue' | 'bot' | 'snoozed' | 'others' | 'nowhere';

/** The section of the list a conversation belongs to. */
export function placeOf(row: InboxRow, viewer: Viewer): Place {
  if (row.status !== 'open') return 'nowhere';
  if (asksMe(row, viewer)) return 'now';
  if (isMine(row, viewer.me)) {
    if (isSnoozed(row, viewer.now)) return 'snoozed';
    return row.waitingSince === null ? 'mine' : 'now';
  }
  if (row.holder.kind === 'agent') return 'others';
  return row.holder.kind === 'bot' ? 'bot' : 'queue';
}
