import { ok } from '../../../shared/lib/result.ts';
import type { Handler, StaffAct } from '../../commands/command-handler.ts';

/** `suggestion.observe`: what became of what was offered; feeds the measurements and the ranking. */
export const observeSuggestion: Handler<StaffAct<'suggestion.observe'>> = {
  decide: ({ payload }) => {
    const observations = payload.observations.map(({ suggestionId, what, distance }) => ({ suggestionId, what, ...(distance === undefined ? {} : { distance }) }));
    return ok({ events: [{ type: 'suggestion.observed', payload: { setId: payload.setId, observations }, content: null }] });
  },
};
