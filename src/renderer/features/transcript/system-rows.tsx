import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { Item, LineItem } from '../../../shared/contracts/conversation-state.ts';
import type { AssignmentReason } from '../../../shared/contracts/events/queue.ts';
import { useApp } from '../../bridge/desk-context.tsx';
import { usePeople } from '../../bridge/people.ts';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useLocalized } from '../../i18n/use-language.ts';
import { useMoments } from '../../i18n/use-moments.ts';
import { SystemLine } from '../../ui/system-line.tsx';
import { TextAction } from '../../ui/text-action.tsx';
import { useActorName } from './use-actor-name.ts';

/** The parameters of a system line in words: ids become names, codes become words, instants become times. */
function useLineParams(conversationId: string): (params: LineItem['params']) => { [name: string]: string } {
  const words = useCodeText();
  const localized = useLocalized();
  const moments = useMoments();
  const { queueName } = usePeople();
  const nameOf = useActorName(conversationId);
  return (params) => {
    const text = (name: string): string => {
      const value = params[name];
      return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
    };
    const queue = queueName(text('queueId'));
    return {
      episode: text('episode'),
      number: text('number'),
      reason: text('reason'),
      disposition: words('disposition', text('disposition')),
      until: typeof params['until'] === 'number' ? moments.exact(params['until']).slice(5, 16) : '',
      queue: queue === null ? '' : localized(queue),
      name: nameOf({ kind: 'agent', id: text('agentId') }),
    };
  };
}

/** Something happened to the conversation itself. */
export function LineRow({ item, conversationId }: { item: LineItem; conversationId: string }) {
  const words = useCodeText();
  const moments = useMoments();
  const params = useLineParams(conversationId);
  return (
    <SystemLine>
      <time dateTime={moments.iso(item.at)} title={moments.exact(item.at)}>{moments.time(item.at)}</time>
      {words('line', item.code, params(item.params))}
    </SystemLine>
  );
}

/** So many reasons stand in the line; "why me" opens the others. */
const REASONS_SHOWN = 3;

/** Whose codes a reason's figure is made of. */
const FAMILIES = { skill: 'skill', overdue: 'skill', language: 'language' } as const;
const isNamed = (code: string): code is keyof typeof FAMILIES => Object.hasOwn(FAMILIES, code);

/** A reason's figure; skills and languages are codes with words of their own. */
function useReasonWords(): (reason: AssignmentReason) => string {
  const t = useText('transcript');
  const words = useCodeText();
  return ({ code, value }) => {
    if (!isNamed(code)) return words('assignmentReason', code, { value });
    const named = String(value).split(/,\s*/).map((part) => words(FAMILIES[code], part)).join(t('common:list'));
    return words('assignmentReason', code, { value: named });
  };
}

/** Who got it, with the reasons behind "why me". */
export function AssignmentRow({ item, conversationId }: { item: Extract<Item, { kind: 'assignment' }>; conversationId: string }) {
  const t = useText('transcript');
  const words = useCodeText();
  const moments = useMoments();
  const nameOf = useActorName(conversationId);
  const me = useApp((state) => state.account?.id);
  const [isOpen, setIsOpen] = useState(false);
  const reasons = item.reasons.map(useReasonWords());
  const shown = isOpen ? reasons : reasons.slice(0, REASONS_SHOWN);
  return (
    <SystemLine>
      <time dateTime={moments.iso(item.at)} title={moments.exact(item.at)}>{moments.time(item.at)}</time>
      {words('assignmentHow', item.how, { name: item.agentId === me ? t('common:you') : nameOf({ kind: 'agent', id: item.agentId }) })}
      {shown.length > 0 && <span>{shown.join(t('common:list'))}</span>}
      {reasons.length > REASONS_SHOWN && <TextAction aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>{t(item.agentId === me ? 'assignment.why' : 'assignment.whyThem')}</TextAction>}
    </SystemLine>
  );
}

/** An event this reader may not see, or this build doesn't know. */
export function OpaqueRow({ kind }: { kind: 'hidden' | 'newer' }) {
  const t = useText('transcript');
  return <SystemLine>{t(kind)}</SystemLine>;
}
