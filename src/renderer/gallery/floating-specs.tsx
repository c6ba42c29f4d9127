import { AlarmClock, ArrowRightLeft, Ban, Bell, BookOpen, GitMerge, Hourglass, MessageSquare, ReceiptText } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { AlertDialog } from '../ui/alert-dialog.tsx';
import { Button } from '../ui/button.tsx';
import { ChangeLine } from '../ui/change-line.tsx';
import { Clock } from '../ui/clock.tsx';
import { CommandPalette, PaletteFace } from '../ui/command-palette.tsx';
import { DiffText } from '../ui/diff-text.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { MarkedText } from '../ui/marked-text.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { Table, type TableColumn } from '../ui/table.tsx';
import { Tooltip, TooltipFace } from '../ui/tooltip.tsx';
import { Spec } from './spec.tsx';
import { WORDS } from './words.ts';

const nothing = (): void => undefined;

const MENU: readonly MenuEntry[] = [
  { kind: 'act', id: 'transfer', label: WORDS.menus.transfer, icon: ArrowRightLeft, cap: 'T', onSelect: nothing },
  { kind: 'act', id: 'later', label: WORDS.menus.later, icon: AlarmClock, cap: 'S', onSelect: nothing },
  { kind: 'act', id: 'merge', label: WORDS.menus.merge, icon: GitMerge, onSelect: nothing },
  { kind: 'act', id: 'urge', label: WORDS.menus.urge, icon: Bell, offReason: WORDS.menus.delivered, onSelect: nothing },
  { kind: 'rule', id: 'rule' },
  { kind: 'act', id: 'cancel', label: WORDS.menus.cancel, icon: Ban, isRisk: true, onSelect: nothing },
];

export function MenuSpecs() {
  const words = WORDS.menus;
  return (
    <Spec head={words.head}>
      <div className="flex items-start gap-6">
        <Menu trigger={<Button>{words.open}</Button>} entries={MENU} />
        <Tooltip text={words.exact}><Button>{WORDS.clocks.answeredAge}</Button></Tooltip>
        <div className="grid justify-items-start gap-2.5">
          <TooltipFace text={words.resolve} cap="E" />
          <TooltipFace text={words.exact} />
        </div>
      </div>
    </Spec>
  );
}

/** The two dialogues that ask: one about money, one about a reply that went stale. */
export function ChangesSpecs({ open }: { open: string }) {
  const words = WORDS.dialogs;
  const [shown, setShown] = useState(open);
  const close = (): void => setShown('');
  return (
    <Spec head={words.head}>
      <div className="flex gap-2">
        <Button onClick={() => setShown('dialog')}>{words.title}</Button>
        <Button onClick={() => setShown('stale')}>{words.staleTitle}</Button>
      </div>
      <AlertDialog isOpen={shown === 'dialog'} title={words.title} description={words.body} safe={{ label: words.safe, onChoose: close }} act={{ label: words.act, tone: 'danger', onChoose: close }} />
      <AlertDialog
        isOpen={shown === 'stale'}
        width="stale"
        title={words.staleTitle}
        description={words.staleBody}
        note={words.kept}
        safe={{ label: words.staleSafe, cap: '↵', onChoose: close }}
        act={{ label: words.staleAct, cap: 'Ctrl ⇧ ↵', tone: 'quiet', onChoose: close }}
      >
        <Changes />
      </AlertDialog>
    </Spec>
  );
}

function Changes() {
  const words = WORDS.dialogs;
  const from = words.said.indexOf(words.hit);
  return (
    <ol>
      <ChangeLine time="20:42:09" dateTime="2026-11-20T20:42:09+08:00" icon={MessageSquare} head={<b>{words.who}</b>} end={words.intent}>
        <p className="text-14"><MarkedText text={words.said} spans={[{ from, to: from + words.hit.length, kind: 'hit' }]} /></p>
      </ChangeLine>
      <ChangeLine time="20:42:16" dateTime="2026-11-20T20:42:16+08:00" icon={ReceiptText} head={<b>{words.refunded}</b>} end={words.receipt}>
        <p><DiffText before={words.before} after={words.after} /></p>
      </ChangeLine>
    </ol>
  );
}

export function PaletteSpecs({ isOpen }: { isOpen: boolean }) {
  const words = WORDS.palette;
  const [query, setQuery] = useState<string>(words.query);
  const [isShown, setIsShown] = useState(isOpen);
  const groups = [
    {
      heading: words.here,
      items: [
        { id: 'refund', icon: ReceiptText, label: words.refund, end: <KeyCap>R</KeyCap>, onSelect: nothing },
        { id: 'insert', icon: BookOpen, label: words.insert, onSelect: nothing },
      ],
    },
    {
      heading: words.go,
      items: [
        { id: 'wang', icon: MessageSquare, label: words.wang, end: <Clock level="amber">01:08</Clock>, onSelect: nothing },
        { id: 'waiting', icon: Hourglass, label: words.waiting, onSelect: nothing },
      ],
    },
  ];
  const content = { label: words.label, placeholder: words.placeholder, query, onQueryChange: setQuery, groups, empty: words.empty };
  return (
    <Spec head={words.head}>
      <div className="floating rounded-dialog shadow-menu"><PaletteFace {...content} /></div>
      <CommandPalette isOpen={isShown} onOpenChange={setIsShown} {...content} />
    </Spec>
  );
}

interface QueueLine {
  readonly name: string;
  readonly waiting: number;
  readonly longest: ReactNode;
  readonly rate: ReactNode;
}

const QUEUES: readonly QueueLine[] = [
  { name: WORDS.table.damage, waiting: 7, longest: <Clock level="red">01:42</Clock>, rate: <span className="text-waiting">81.2%</span> },
  { name: WORDS.table.shipping, waiting: 4, longest: <Clock>00:58</Clock>, rate: '93.5%' },
  { name: WORDS.table.invoice, waiting: 0, longest: <span className="text-ink-muted">{WORDS.table.none}</span>, rate: <span className="text-ink-muted">{WORDS.table.noSample}</span> },
];

const COLUMNS: readonly TableColumn<QueueLine>[] = [
  { id: 'name', head: WORDS.table.queue, cell: (row) => row.name },
  { id: 'waiting', head: WORDS.table.waiting, cell: (row) => row.waiting, isFigure: true },
  { id: 'longest', head: WORDS.table.longest, cell: (row) => row.longest, isFigure: true },
  { id: 'rate', head: WORDS.table.rate, cell: (row) => row.rate, isFigure: true },
];

export function TableSpecs() {
  const [chosen, setChosen] = useState<string>(WORDS.table.damage);
  return (
    <Spec head={WORDS.table.head}>
      <div className="border border-line bg-surface-side">
        <Table label={WORDS.table.queue} columns={COLUMNS} rows={QUEUES} rowKey={(row) => row.name} selectedKey={chosen} onSelect={(row) => setChosen(row.name)} />
      </div>
    </Spec>
  );
}
