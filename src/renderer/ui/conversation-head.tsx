import { Fragment, type ReactNode } from 'react';
import { cn } from '../lib/cn.ts';
import type { RowPerson } from './conversation-row.tsx';
import { Mood, MOOD_INK } from './mood.tsx';
import { PaneHead } from './pane.tsx';
import { Tier } from './tier.tsx';

export interface HeadFact {
  readonly id: string;
  readonly content: ReactNode;
}

interface ConversationHeadProps {
  person: RowPerson;
  /** A `Trend` of 64 and its value, both in the mood's ink. */
  trend?: ReactNode;
  /** Order, state, owner, SLA: one line, in this order. */
  facts: readonly HeadFact[];
  /** Transfer, snooze, resolve, more. */
  actions: ReactNode;
}

/** Whose conversation this is and how it stands. */
export function ConversationHead({ person, trend, facts, actions }: ConversationHeadProps) {
  return (
    <PaneHead className="gap-1.5 ps-4">
      <div className="min-w-0 grow">
        <div className="flex h-5 min-w-0 items-center gap-1.75">
          <Mood {...person.mood} />
          <h1 className="text-14 font-strong whitespace-nowrap">{person.name}</h1>
          {person.tier !== undefined && <Tier {...person.tier} />}
          <span className={cn('flex items-center gap-1.5 text-12', MOOD_INK[person.mood.kind])}>{trend}</span>
        </div>
        <div className="mt-0.5 flex min-w-0 items-center gap-1.5 overflow-hidden text-12 whitespace-nowrap text-ink-muted">
          {facts.map(({ id, content }, index) => (
            <Fragment key={id}>
              {index > 0 && <span aria-hidden>·</span>}
              {content}
            </Fragment>
          ))}
        </div>
      </div>
      {actions}
    </PaneHead>
  );
}
