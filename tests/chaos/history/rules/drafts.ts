import type { DraftFound, History, Operation, Rule } from '../history.ts';

const wasTaken = ({ fate }: Operation): boolean => fate !== 'not-taken' && fate !== 'unknown';

/** Whether an act has taken a draft's words along; `unknown` when its author's machine died over it and the log doesn't hold it. */
function wasSent({ operations, logs }: History, { viewer, conversationId, saved }: DraftFound): 'yes' | 'no' | 'unknown' {
  const sending = operations.filter((act) => act.by === viewer && act.conversationId === conversationId && act.text === saved);
  const isInLog = ({ id }: Operation): boolean => logs.some(({ events }) => events.some(({ causationId }) => causationId === id));
  if (sending.some((act) => wasTaken(act) || isInLog(act))) return 'yes';
  return sending.some(({ fate }) => fate === 'unknown') ? 'unknown' : 'no';
}

/** What was saved last, and acknowledged, is what is found, until an act sends it: then nothing is. */
export const draftsAreKept: Rule = (history) =>
  history.drafts.flatMap((draft) => {
    const { viewer, conversationId, saved, found } = draft;
    const sent = wasSent(history, draft);
    const isRight = (sent !== 'yes' && found === saved) || (sent !== 'no' && found === null);
    const was = { yes: 'sent', no: 'saved', unknown: 'tried to send' }[sent];
    return isRight ? [] : [{ rule: 'draft-lost', what: `${viewer} ${was} ${JSON.stringify(saved)} in ${conversationId} and found ${JSON.stringify(found)} as a draft` }];
  });
