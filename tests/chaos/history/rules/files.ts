import type { LogEvent } from '../../../../src/shared/contracts/events/envelope.ts';
import { attachmentSchema } from '../../../../src/shared/contracts/message.ts';
import type { FileThere, History, Rule, Violation } from '../history.ts';

function namesOf({ type, content }: LogEvent): string[] {
  if (type !== 'message.posted' || typeof content !== 'object' || content === null || !('attachments' in content) || !Array.isArray(content.attachments)) return [];
  return content.attachments.flatMap((attachment) => attachmentSchema.safeParse(attachment).data?.name ?? []);
}

/** A customer's file has a name of its own, so that a second copy is seen whatever its message. */
function filesStandOnce({ filesSent, logs }: History): Violation[] {
  const names = logs.flatMap(({ events }) => events.flatMap(namesOf));
  return filesSent.flatMap(({ name, isAwaited }): Violation[] => {
    const times = names.filter((other) => other === name).length;
    if (times > 1) return [{ rule: 'doubled', what: `the file ${name} stands ${times} times in the log` }];
    return times === 0 && isAwaited ? [{ rule: 'lost', what: `the file ${name} is not in the log, and its page doesn't show it as waiting or refused` }] : [];
  });
}

function isThere({ name, found, isOpenToOthers }: FileThere): Violation[] {
  return [
    ...(found === 'whole' ? [] : [{ rule: 'lost' as const, what: `the file ${name} is shown and was found ${found}` }]),
    ...(isOpenToOthers ? [{ rule: 'served-unduly' as const, what: `the file ${name} was given to the customer of another conversation` }] : []),
  ];
}

/** What a customer sends as a file stands in the log once; whoever sees it there gets it whole, and nobody else gets it. */
export const filesArrive: Rule = (history) => [...filesStandOnce(history), ...history.filesThere.flatMap(isThere)];
