import type { Rule } from '../history.ts';

/** What was saved last, and acknowledged, is what is found. */
export const draftsAreKept: Rule = ({ drafts }) =>
  drafts
    .filter(({ saved, found }) => saved !== found)
    .map(({ viewer, conversationId, saved, found }) => ({ rule: 'draft-lost', what: `${viewer} saved ${JSON.stringify(saved)} in ${conversationId} and found ${JSON.stringify(found)}` }));
