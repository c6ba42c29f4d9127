import { BookOpen, Inbox, LayoutList } from 'lucide-react';
import { useState } from 'react';
import { ActionForm } from '../ui/action-form.tsx';
import { Avatar } from '../ui/avatar.tsx';
import { Block } from '../ui/block.tsx';
import { Button } from '../ui/button.tsx';
import { ConnectionLamp } from '../ui/connection-lamp.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FactGrid } from '../ui/fact-grid.tsx';
import { Field } from '../ui/field.tsx';
import { MoneyInput } from '../ui/money-input.tsx';
import { Pane } from '../ui/pane.tsx';
import { PresenceSwitch } from '../ui/presence-switch.tsx';
import { Rail } from '../ui/rail.tsx';
import { RailItem } from '../ui/rail-item.tsx';
import { ShipmentLine } from '../ui/shipment-line.tsx';
import { ConversationRowSkeleton } from '../ui/skeleton.tsx';
import { SumList } from '../ui/sum-list.tsx';
import { Tag } from '../ui/tag.tsx';
import { TicketTimeline } from '../ui/ticket-timeline.tsx';
import { Tier } from '../ui/tier.tsx';
import { Spec } from './spec.tsx';
import { WORDS } from './words.ts';

const words = WORDS.order;

const STEPS = [
  { id: 'shipped', label: words.steps[0], standing: 'done' },
  { id: 'delivered', label: words.steps[1], standing: 'done' },
  { id: 'reship', label: words.steps[2], standing: 'fault' },
  { id: 'closed', label: words.steps[3], standing: 'ahead' },
] as const;

const EVENTS = [
  { id: '1', time: '20:40', dateTime: '2026-11-20T20:40', text: words.events[0], standing: 'risk' },
  { id: '2', time: '20:39', dateTime: '2026-11-20T20:39', text: words.events[1], standing: 'done' },
  { id: '3', time: '11-17', dateTime: '2026-11-17', text: words.events[2], standing: 'plain' },
  { id: '4', time: '11-15', dateTime: '2026-11-15', text: words.events[3], standing: 'plain' },
] as const;

const FACTS = [words.spent, words.since, words.phone, words.refunds].map(([term, content]) => ({ term, content }));

export function OrderSpecs() {
  return (
    <Spec head={words.head}>
      <Pane as="aside" label={words.head[0]} tone="side" className="w-86 border border-line">
        <Block title={<><Avatar name={WORDS.rows.chen} />{WORDS.rows.chen}<Tier rank="black" label={WORDS.badges.black} /></>} end={words.times}>
          <FactGrid facts={FACTS} />
        </Block>
        <Block title="B2048-7713" sub={words.ordered} end={words.paid}>
          <ShipmentLine steps={STEPS} label={words.way} />
          <div className="mt-2 flex gap-0.75">
            <Button size="small" aria-expanded>{words.refund}</Button>
            <Button size="small">{words.exchange}</Button>
            <Button size="small" offReason={WORDS.buttons.delivered}>{WORDS.buttons.urge}</Button>
          </div>
          <Refund />
        </Block>
        <Block title={<>{words.ticket}<Tag>{WORDS.badges.open}</Tag><Tag tone="risk">{WORDS.badges.escalated}</Tag></>} end={words.due}>
          <TicketTimeline entries={EVENTS} label={words.history} />
        </Block>
      </Pane>
    </Spec>
  );
}

function Refund() {
  const [amount, setAmount] = useState<number | null>(9800);
  const rows = [{ term: words.cups, figure: '¥98.00' }, { term: words.before, figure: '¥0.00' }];
  return (
    <ActionForm label={words.refund} onSubmit={() => undefined}>
      <Field label={words.amount} className="w-33"><MoneyInput currency="CNY" locale="zh-CN" amount={amount} onAmountChange={setAmount} /></Field>
      <SumList rows={rows} total={{ term: words.total, figure: '¥98.00' }} />
      <div className="flex items-center gap-2">
        <Button tone="primary" type="submit">{words.pay}</Button>
        <Button tone="quiet">{words.cancel}</Button>
        <span className="ms-auto text-12 text-ink-muted">{words.limit}</span>
      </div>
    </ActionForm>
  );
}

export function FrameSpecs() {
  const frame = WORDS.frame;
  const foot = (
    <>
      <PresenceSwitch name={frame.name} presence="accepting" label={frame.accepting} load={frame.load} entries={[]} />
      <ConnectionLamp state="live" text={frame.age} title={frame.ageTitle} />
    </>
  );
  return (
    <Spec head={frame.head}>
      <div className="flex h-90 border border-line">
        <Rail label={frame.nav} foot={foot}>
          <RailItem icon={Inbox} label={frame.desk} count={{ value: 3, label: frame.waits }} isCurrent href="#desk" />
          <RailItem icon={LayoutList} label={frame.queues} href="#queues" />
          <RailItem icon={BookOpen} label={frame.knowledge} href="#knowledge" />
        </Rail>
        <Pane label={frame.list} tone="side" className="w-80">
          <ConversationRowSkeleton />
          <ConversationRowSkeleton />
          <EmptyState title={frame.done} actions={<Button>{frame.next}</Button>}>{frame.doneNote}</EmptyState>
        </Pane>
      </div>
    </Spec>
  );
}
