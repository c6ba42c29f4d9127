import type { ReactNode } from 'react';
import { ChannelIcon } from '../ui/channel-icon.tsx';
import { Clock } from '../ui/clock.tsx';
import { ConversationRow, type RowPerson } from '../ui/conversation-row.tsx';
import { CountBadge } from '../ui/count-badge.tsx';
import { LineRow } from '../ui/line-row.tsx';
import { Looker } from '../ui/looker.tsx';
import type { MoodKind } from '../ui/mood.tsx';
import { SectionHead } from '../ui/section-head.tsx';
import { SlaRing, type SlaState } from '../ui/sla-ring.tsx';
import { Trend } from '../ui/trend.tsx';
import { Spec } from './spec.tsx';
import { WORDS } from './words.ts';

const words = WORDS.rows;

function person(name: string, mood: MoodKind, rank?: 'black' | 'gold' | 'silver'): RowPerson {
  return {
    name,
    mood: { kind: mood, label: WORDS.clocks[mood] },
    tier: rank === undefined ? undefined : { rank, label: WORDS.badges[rank] },
  };
}

interface RowProps {
  who: RowPerson;
  aside: ReactNode;
  clock: ReactNode;
  preview: ReactNode;
  values: readonly number[];
  sla: SlaState;
  unread?: number;
  isSelected?: boolean;
  isLate?: boolean;
  className?: string;
}

function Row({ who, values, sla, unread, ...rest }: RowProps) {
  return (
    <ConversationRow
      person={who}
      label={who.name}
      trend={<Trend values={values} mood={who.mood.kind} label={WORDS.clocks.trend} />}
      ring={<SlaRing state={sla} label={WORDS.clocks.promise} />}
      unread={unread === undefined ? undefined : <CountBadge count={unread} />}
      {...rest}
    />
  );
}

const BREACHED = { kind: 'breached' } as const;
const phone = <ChannelIcon kind="app" title={words.app} />;

export function RowSpecs() {
  return (
    <Spec head={words.head}>
      <div className="w-80 border border-line bg-surface-side">
        <SectionHead title={words.now} count={4} isOpen isUrgent end={words.byUrgency} onOpenChange={() => undefined} />
        <Row who={person(words.zhao, 'neutral', 'silver')} aside={phone} clock={<Clock>00:47</Clock>} preview={words.plainUnread} values={[0, 0.05, 0, -0.05, 0, 0.02]} sla={{ kind: 'running', left: 0.6 }} unread={1} />
        <Row who={person(words.wang, 'uneasy', 'gold')} aside={<Looker act="viewing" text={words.viewer} />} clock={<Clock level="amber">01:08</Clock>} preview={words.viewed} values={[0.2, 0, -0.2, -0.3]} sla={{ kind: 'running', left: 0.22 }} unread={1} />
        <Row who={person(words.chen, 'angry', 'black')} aside={phone} clock={<Clock level="red">01:42</Clock>} preview={words.chosen} values={[0.1, -0.2, -0.5, -0.71]} sla={BREACHED} unread={2} isSelected />
        <Row who={person(words.xu, 'uneasy')} aside={<Looker act="typing" text={words.replying} />} clock={<Clock level="red">01:55</Clock>} preview={words.late} values={[0, -0.2, -0.35]} sla={BREACHED} isLate />
        <Row
          who={person(words.he, 'neutral')}
          aside={<ChannelIcon kind="web" title={words.web} />}
          clock={<Clock>{words.sixMinutes}</Clock>}
          preview={<><span className="font-mid text-accent">{words.draft}</span> {words.draftText}</>}
          values={[0, 0.1, 0.05, 0.1]}
          sla={{ kind: 'paused' }}
          className="outline-2 -outline-offset-2 outline-focus"
        />
        <LineRow person={person(words.han, 'neutral')} label={words.han} preview={words.line} end={<Clock>00:31</Clock>} className="bg-surface-hover" />
      </div>
    </Spec>
  );
}
