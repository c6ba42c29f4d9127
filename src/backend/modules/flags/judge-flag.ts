import { err, ok } from '../../../shared/lib/result.ts';
import type { Handler, StaffAct } from '../../commands/command-handler.ts';

/** `flag.judge`: a person says whether a flag is right; "not a risk" takes it down. */
export const judgeFlag: Handler<StaffAct<'flag.judge'>> = {
  decide: (act, { head }) => {
    const flag = head.openFlags.find((open) => open.flagId === act.payload.flagId);
    if (!flag) return err({ code: 'NOT_FOUND', details: { flagId: act.payload.flagId } });
    const type = act.payload.verdict === 'confirmed' ? 'flag.confirmed' : 'flag.dismissed';
    return ok({ events: [{ type, payload: { flagId: flag.flagId, messageSeq: flag.messageSeq }, content: null }] });
  },
};
