import { STAFF_ONLY, type Rule } from '../history.ts';

/** No frame on a customer's machine holds a word that was written for staff. */
export const customersSeeNothingOfStaff: Rule = ({ customerFrames }) =>
  customerFrames.filter(({ text }) => text.includes(STAFF_ONLY)).map(({ conversationId }) => ({ rule: 'staff-only', what: `words of staff reached the customer of ${conversationId}` }));
