import { assertNever } from '../../../../src/shared/lib/assert-never.ts';
import type { DeskView, Fate } from '../../history/history.ts';
import type { Ledger } from '../../simulation/ledger.ts';
import type { Remark } from '../desk/notebook.ts';

/** What a desk's person remembers: what they saw, and the draft whose saving was acknowledged last. */
export type Remembered = { readonly views: DeskView[]; readonly drafts: Map<string, string> };

function foldAnew(ledger: Ledger, remark: Extract<Remark, { kind: 'begins-anew' | 'took-anew' }>): void {
  const before = ledger.find(remark.id);
  if (!before) return;
  if (remark.kind === 'begins-anew') {
    before.fate = 'unknown';
    ledger.add({ ...before, id: remark.newId, seenSeq: remark.seenSeq, fate: 'unknown', wasParked: true });
    return;
  }
  before.fate = remark.ok ? 'dropped' : null;
  const after = ledger.find(remark.newId);
  if (after) after.fate = remark.ok ? null : 'not-taken';
}

/** The fate of an act whose author was told; null leaves it to what the outbox shows in the end. */
function settle(ledger: Ledger, id: string, fate: Fate | null): void {
  const entry = ledger.find(id);
  if (entry) entry.fate = fate;
}

function foldRemark(ledger: Ledger, { views, drafts }: Remembered, remark: Remark): void {
  switch (remark.kind) {
    case 'begins': return ledger.add({ ...remark, fate: 'unknown' });
    case 'took': return settle(ledger, remark.id, remark.ok ? null : 'not-taken');
    case 'begins-anew':
    case 'took-anew': return foldAnew(ledger, remark);
    case 'begins-drop': return settle(ledger, remark.id, 'unknown');
    case 'dropped': return settle(ledger, remark.id, remark.ok ? 'dropped' : null);
    case 'parked': return ledger.park(remark.id);
    case 'begins-draft': return void drafts.delete(remark.conversationId);
    case 'saved-draft': return void (remark.ok && drafts.set(remark.conversationId, remark.text));
    case 'sees': return void views.push({ viewer: remark.by, conversationId: remark.state.head.conversationId, state: remark.state });
    default: return assertNever(remark);
  }
}

/** Writes what a desk's person noted into the ledger, in their order, and answers with the rest of what they remember. */
export function foldNotebook(ledger: Ledger, remarks: readonly Remark[]): Remembered {
  const remembered: Remembered = { views: [], drafts: new Map() };
  for (const remark of remarks) foldRemark(ledger, remembered, remark);
  return remembered;
}
