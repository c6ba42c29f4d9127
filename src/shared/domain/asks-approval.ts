import type { InboxRow } from '../contracts/inbox.ts';
import type { Account } from '../contracts/people.ts';

type Decider = Pick<Account, 'id' | 'role'>;

/** Whether somebody proposed an action that this person may decide: leads and administrators, never their own. */
export function asksApprovalOf(row: Pick<InboxRow, 'approvals'>, { id, role }: Decider): boolean {
  return (role === 'lead' || role === 'admin') && row.approvals.some((proposer) => proposer !== id);
}
