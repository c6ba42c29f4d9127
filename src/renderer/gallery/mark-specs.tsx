import { Avatar, BotMark } from '../ui/avatar.tsx';
import { Clock } from '../ui/clock.tsx';
import { CountBadge } from '../ui/count-badge.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { Mood } from '../ui/mood.tsx';
import { SlaRing } from '../ui/sla-ring.tsx';
import { Tag } from '../ui/tag.tsx';
import { Tier } from '../ui/tier.tsx';
import { Trend } from '../ui/trend.tsx';
import { Case, Cases, Spec } from './spec.tsx';
import { WORDS } from './words.ts';

export function BadgeSpecs() {
  const words = WORDS.badges;
  const [chen, lin, zhou, he, xu] = words.names;
  return (
    <Spec head={words.head}>
      <Cases across={7}>
        <Case caption={words.unread}><CountBadge count={2} /></Case>
        <Case caption={words.count}><CountBadge count={12} tone="soft" /></Case>
        <Case caption={words.waits}><CountBadge count={3} tone="risk" /></Case>
        <Case caption={words.tag}><Tag>{words.open}</Tag></Case>
        <Case caption={words.risk}><Tag tone="risk">{words.escalated}</Tag></Case>
        <Case caption={words.due}><Tag tone="waiting">{words.soon}</Tag></Case>
        <Case caption={words.chosen}><Tag tone="accent">{words.broken}</Tag></Case>
        <Case caption={words.black}><Tier rank="black" label={words.black} /></Case>
        <Case caption={words.gold}><Tier rank="gold" label={words.gold} /></Case>
        <Case caption={words.silver}><Tier rank="silver" label={words.silver} /></Case>
        <Case caption={words.customer}><Avatar name={chen} /></Case>
        <Case caption={words.accepting}><Avatar name={lin} presence="accepting" /></Case>
        <Case caption={words.rest}><Avatar name={zhou} presence="break" /></Case>
        <Case caption={words.wrapUp}><Avatar name={he} presence="wrap-up" /></Case>
        <Case caption={words.off}><Avatar name={xu} presence="off" /></Case>
        <Case caption={words.bot}><BotMark size="m" /></Case>
        <Case caption={words.key}><KeyCap>Alt 1</KeyCap></Case>
        <Case caption={words.member}><Tier rank="member" label={words.member} /></Case>
      </Cases>
    </Spec>
  );
}

export function ClockSpecs() {
  const words = WORDS.clocks;
  return (
    <Spec head={words.head}>
      <Cases across={7}>
        <Case caption={words.under60}><Clock>00:47</Clock></Case>
        <Case caption={words.from60}><Clock level="amber">01:08</Clock></Case>
        <Case caption={words.from100}><Clock level="red">01:42</Clock></Case>
        <Case caption={words.answered}><Clock>{words.answeredAge}</Clock></Case>
        <Case caption={words.cut}><Clock level="red" isEstimated>02:10</Clock></Case>
        <Case caption={words.plenty}><SlaRing state={{ kind: 'running', left: 0.8 }} label={words.promise} /></Case>
        <Case caption={words.quarter}><SlaRing state={{ kind: 'running', left: 0.22 }} label={words.promise} /></Case>
        <Case caption={words.breached}><SlaRing state={{ kind: 'breached' }} label={words.promise} /></Case>
        <Case caption={words.paused}><SlaRing state={{ kind: 'paused' }} label={words.promise} /></Case>
        <Case caption={words.glad}><Mood kind="glad" label={words.glad} /></Case>
        <Case caption={words.content}><Mood kind="content" label={words.content} /></Case>
        <Case caption={words.neutral}><Mood kind="neutral" label={words.neutral} /></Case>
        <Case caption={words.uneasy}><Mood kind="uneasy" label={words.uneasy} /></Case>
        <Case caption={words.angry}><Mood kind="angry" label={words.angry} /></Case>
        <Case caption={words.better}><Trend values={[-0.4, -0.3, -0.1, 0.05, 0.2, 0.25]} mood="content" label={`${words.trend} 0.25`} /></Case>
        <Case caption={words.steady}><Trend values={[0, 0.05, 0, -0.05, 0, 0.02]} mood="neutral" label={`${words.trend} 0.02`} /></Case>
        <Case caption={words.worse}><Trend values={[0.2, 0.1, -0.1, -0.3, -0.5, -0.7]} mood="angry" label={`${words.trend} -0.7`} /></Case>
      </Cases>
    </Spec>
  );
}
