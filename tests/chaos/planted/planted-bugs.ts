import type { RuleName } from '../history/history.ts';

/** A bug put into the product on purpose: `patches/<name>.patch`, and the rule that it breaks. */
export type PlantedBug = { readonly name: string; readonly breaks: RuleName };

export const PLANTED_BUGS: readonly PlantedBug[] = [
  { name: 'acknowledge-before-commit', breaks: 'lost' },
  { name: 'failed-commit-acknowledged', breaks: 'lost' },
  { name: 'heads-kept-of-a-failed-commit', breaks: 'log-dense' },
  { name: 'stored-answer-ignored', breaks: 'undone-yet-there' },
  { name: 'precondition-ignored', breaks: 'stale-act' },
  { name: 'catch-up-off-by-one', breaks: 'replicas-converge' },
  { name: 'note-sent-to-customers', breaks: 'staff-only' },
  { name: 'retry-with-a-new-id', breaks: 'lost' },
  { name: 'outbox-in-memory-only', breaks: 'lost' },
  { name: 'in-flight-forgotten-after-restart', breaks: 'lost' },
  { name: 'lane-not-serialised', breaks: 'sender-order' },
  { name: 'replies-not-held', breaks: 'sender-order' },
  { name: 'sent-entry-may-be-dropped', breaks: 'undone-yet-there' },
  { name: 'gap-applied', breaks: 'view-is-prefix' },
  { name: 'last-event-not-noticed', breaks: 'replicas-converge' },
  { name: 'draft-keyed-by-mode', breaks: 'draft-lost' },
  { name: 'bucket-in-debt-after-clock-jump', breaks: 'trouble' },
  { name: 'page-forgets-when-it-sends', breaks: 'lost' },
  { name: 'page-ids-go-back-with-the-clock', breaks: 'sender-order' },
  { name: 'unanswered-question-not-asked-again', breaks: 'trouble' },
  { name: 'silence-by-the-wall-clock', breaks: 'trouble' },
  { name: 'states-of-the-outbox-not-kept', breaks: 'undone-yet-there' },
  { name: 'recalled-message-edited-back', breaks: 'deleted-stays-deleted' },
];
