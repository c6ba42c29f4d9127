import { err, ok } from '../../../shared/lib/result.ts';
import type { Handler, StaffAct } from '../../commands/command-handler.ts';
import type { DueHandler } from '../../due/due-job.ts';
import type { Append } from '../../log/append-request.ts';
import { SYSTEM_ACTOR } from '../../principal.ts';
import { refuseActing } from './holding.ts';
import { UNSNOOZE_KIND, unsnoozeKey } from './snooze-job.ts';

/** `conversation.snooze`: out of sight until a time, or until the customer writes. */
export const snooze: Handler<StaffAct<'conversation.snooze'>> = {
  decide: (act, { head, now }) => {
    const refused = refuseActing(head, act.principal);
    if (refused) return err(refused);
    const { until } = act.payload;
    if (until <= now) return err({ code: 'BAD_INPUT', details: { field: 'until' } });
    return ok({
      events: [{ type: 'conversation.snoozed', payload: { until }, content: null }],
      due: [{ kind: UNSNOOZE_KIND, dedupKey: unsnoozeKey(act.conversationId), runAt: until, conversationId: act.conversationId, payload: {} }],
    });
  },
};

/** `conversation.unsnooze`: back at once; awake already is fine. */
export const unsnooze: Handler<StaffAct<'conversation.unsnooze'>> = {
  decide: (act, { head }) => {
    if (head.snoozedUntil === null) return ok({ events: [] });
    return ok({ events: [{ type: 'conversation.unsnoozed', payload: { why: 'agent' }, content: null }], cancelDue: [unsnoozeKey(act.conversationId)] });
  },
};

/** Wakes a conversation when its time has come. */
export const unsnoozeDue = (append: Append): DueHandler => ({
  kind: UNSNOOZE_KIND,
  run: async ({ id, conversationId }) => {
    if (conversationId === null) return;
    const answer = await append({
      conversationId,
      actor: SYSTEM_ACTOR,
      key: id,
      fingerprint: UNSNOOZE_KIND,
      act: 'free',
      seenSeq: null,
      decide: ({ head }) => ok({ events: head.snoozedUntil === null ? [] : [{ type: 'conversation.unsnoozed', payload: { why: 'due' }, content: null }] }),
    });
    if (!answer.ok) throw new Error(`waking was refused: ${answer.error.code}`);
  },
});
