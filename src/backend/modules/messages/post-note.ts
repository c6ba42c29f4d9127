import { err, ok } from '../../../shared/lib/result.ts';
import type { Handler, StaffAct } from '../../commands/command-handler.ts';
import { refuseNote } from './message-text.ts';

/** `note.post`: for staff only; never blocked by what happened meanwhile. */
export const postNote: Handler<StaffAct<'note.post'>> = {
  decide: (act) => {
    const refused = refuseNote(act.payload.text);
    return refused ? err(refused) : ok({ events: [{ type: 'note.posted', id: act.id, payload: {}, content: { text: act.payload.text } }] });
  },
};

/** `whisper.post`: for the people named, and its author. */
export const postWhisper: Handler<StaffAct<'whisper.post'>> = {
  decide: (act) => {
    const refused = refuseNote(act.payload.text);
    if (refused) return err(refused);
    const to = [...new Set([...act.payload.to, act.principal.accountId])];
    return ok({ events: [{ type: 'whisper.posted', id: act.id, payload: { to }, content: { text: act.payload.text } }] });
  },
};
