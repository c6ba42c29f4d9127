import { existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { ConversationState } from '../../../../src/shared/contracts/conversation-state.ts';
import type { Payload } from '../../history/history.ts';

/** What a person at a desk does and sees, in the order in which it happens to them. */
export type Remark =
  | { readonly kind: 'begins'; readonly id: string; readonly by: string; readonly conversationId: string; readonly type: string; readonly text: string | null; readonly payload: Payload; readonly seenSeq: number }
  | { readonly kind: 'took'; readonly id: string; readonly ok: boolean; readonly code: string | null }
  | { readonly kind: 'begins-anew'; readonly id: string; readonly newId: string; readonly seenSeq: number }
  | { readonly kind: 'took-anew'; readonly id: string; readonly newId: string; readonly ok: boolean }
  | { readonly kind: 'begins-drop' | 'parked'; readonly id: string }
  | { readonly kind: 'dropped'; readonly id: string; readonly ok: boolean }
  | { readonly kind: 'begins-draft' | 'saved-draft'; readonly conversationId: string; readonly text: string; readonly ok: boolean }
  | { readonly kind: 'sees'; readonly by: string; readonly state: ConversationState };

export type Notebook = { readonly write: (remark: Remark) => void };

/** A file of remarks, one a line. Each is with the kernel when the call returns, so that it outlives its process. */
export function openNotebook(file: string): Notebook {
  const page = openSync(file, 'ax');
  return { write: (remark) => void writeSync(page, `${JSON.stringify(remark)}\n`) };
}

function readLine(line: string): Remark[] {
  try {
    return [JSON.parse(line) as Remark];
  } catch {
    // The process died while it wrote its last line.
    return [];
  }
}

/** The remarks in a part of a notebook. */
export const readRemarks = (text: string): Remark[] => text.split('\n').filter((line) => line !== '').flatMap(readLine);

/** What a process has written down: nothing, when it died before it had begun. */
export function readNotebook(file: string): Remark[] {
  return existsSync(file) ? readRemarks(readFileSync(file, 'utf8')) : [];
}
