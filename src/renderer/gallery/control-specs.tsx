import { Check, Ellipsis, Lock, Search } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Input } from '../ui/input.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { MoneyInput } from '../ui/money-input.tsx';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { Tab, TabList, TabPanel, Tabs } from '../ui/tabs.tsx';
import { Case, Cases, Spec } from './spec.tsx';
import { WORDS } from './words.ts';

const FOCUS = 'outline-2 outline-offset-1 outline-focus';
const FOCUSED_INPUT = 'border-focus outline-2 -outline-offset-1 outline-focus';

export function ButtonSpecs() {
  const words = WORDS.buttons;
  return (
    <Spec head={words.head}>
      <Cases>
        <Case caption={words.primary}><Button tone="primary">{words.send} <KeyCap>Ctrl ↵</KeyCap></Button></Case>
        <Case caption={words.hover}><Button tone="primary" className="border-accent-hover bg-accent-hover">{words.send}</Button></Case>
        <Case caption={words.focus}><Button tone="primary" className={FOCUS}>{words.send}</Button></Case>
        <Case caption={words.off}><Button tone="primary" disabled>{words.send}</Button></Case>
        <Case caption={words.plain}><Button><Icon of={Check} size="s" />{words.resolve}</Button></Case>
        <Case caption={words.hover}><Button className="bg-surface-hover">{words.resolve}</Button></Case>
        <Case caption={words.focus}><Button className={FOCUS}>{words.resolve}</Button></Case>
        <Case caption={words.off}><Button offReason={words.delivered}>{words.urge}</Button></Case>
        <Case caption={words.quiet}><Button tone="quiet">{words.later}</Button></Case>
        <Case caption={words.hover}><Button tone="quiet" className="bg-surface-hover text-ink">{words.later}</Button></Case>
        <Case caption={words.open}><Button aria-expanded>{words.refund}</Button></Case>
        <Case caption={words.danger}><Button tone="danger">{words.cancelOrder}</Button></Case>
        <Case caption={words.icon}><IconButton icon={Ellipsis} label={words.more} /></Case>
        <Case caption={words.small}><Button size="small">{words.exchange}</Button></Case>
        <Case caption={words.large}><Button size="large">{words.signIn}</Button></Case>
        <Case caption={words.working}><Button tone="primary" disabled>{words.submitted}</Button></Case>
      </Cases>
    </Spec>
  );
}

const REASONS = [
  { value: 'broken', label: WORDS.fields.broken },
  { value: 'late', label: WORDS.fields.late },
  { value: 'wrong', label: WORDS.fields.wrongItem, isOff: true },
] as const;

export function FieldSpecs() {
  const words = WORDS.fields;
  const [reason, setReason] = useState('broken');
  return (
    <Spec head={words.head}>
      <div className="grid grid-cols-2 gap-x-4 gap-y-2.5">
        <Field label={words.amount} hint={words.most}><Amount start={9800} /></Field>
        <Field label={words.focused} hint={words.within}><Amount start={12_000} className={FOCUSED_INPUT} /></Field>
        <Field label={words.wrong} error={words.tooMuch}><Amount start={42_000} /></Field>
        <Field label={words.off} hint={words.whenOnline}><Amount start={0} disabled /></Field>
        <Field label={words.reason}><Select value={reason} onValueChange={setReason} options={REASONS} /></Field>
        <Field label={words.search}><Input start={<Icon of={Search} size="s" />} end={<KeyCap>Ctrl K</KeyCap>} placeholder={words.searchHint} /></Field>
      </div>
      <Choices />
    </Spec>
  );
}

function Amount({ start, ...rest }: { start: number; className?: string; disabled?: boolean }) {
  const [amount, setAmount] = useState<number | null>(start);
  return <MoneyInput currency="CNY" locale="zh-CN" amount={amount} onAmountChange={setAmount} {...rest} />;
}

function Choices() {
  const words = WORDS.fields;
  const [isNotified, setIsNotified] = useState(true);
  const [isReturned, setIsReturned] = useState(false);
  const [way, setWay] = useState('same');
  const [isAccepting, setIsAccepting] = useState(true);
  const [isLoud, setIsLoud] = useState(false);
  const ways = [{ value: 'same', label: words.sameWay }, { value: 'balance', label: words.balance }];
  return (
    <div className="mt-3 flex items-center gap-5">
      <Checkbox isChecked={isNotified} onCheckedChange={setIsNotified}>{words.notify}</Checkbox>
      <Checkbox isChecked={isReturned} onCheckedChange={setIsReturned}>{words.sendBack}</Checkbox>
      <RadioGroup label={words.way} value={way} onValueChange={setWay} options={ways} />
      <Switch isOn={isAccepting} onToggle={setIsAccepting}>{words.accepting}</Switch>
      <Switch isOn={isLoud} onToggle={setIsLoud}>{words.sound}</Switch>
    </div>
  );
}

export function TabSpecs() {
  const words = WORDS.tabs;
  const [mode, setMode] = useState('reply');
  const [period, setPeriod] = useState('today');
  const segments = [{ value: 'today', label: words.today }, { value: 'week', label: words.week }, { value: 'month', label: words.month }];
  return (
    <Spec head={words.head}>
      <div className="flex items-center gap-8">
        <Tabs value={mode} onValueChange={setMode}>
          <TabList label={words.mode}>
            <Tab value="reply">{words.reply}</Tab>
            <Tab value="note" icon={Lock}>{words.note}</Tab>
            <Tab value="whisper">{words.whisper}</Tab>
          </TabList>
          {['reply', 'note', 'whisper'].map((value) => <TabPanel key={value} value={value}>{null}</TabPanel>)}
        </Tabs>
        <Segmented label={words.period} value={period} onValueChange={setPeriod} segments={segments} />
      </div>
    </Spec>
  );
}
