import { BookOpen, ClipboardList, FileText, Lock, Paperclip, Save, Smile } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { ComposerShell } from '../ui/composer-shell.tsx';
import { ComposerText } from '../ui/composer-text.tsx';
import { GuardStrip } from '../ui/guard-strip.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { PacketCard } from '../ui/packet-card.tsx';
import { SuggestionCard } from '../ui/suggestion-card.tsx';
import { SuggestionDock } from '../ui/suggestion-dock.tsx';
import { Tab, TabList, TabPanel, Tabs } from '../ui/tabs.tsx';
import { Spec } from './spec.tsx';
import { WORDS } from './words.ts';

export function PacketSpecs() {
  const words = WORDS.packet;
  const rows = [
    { term: words.summary[0], content: words.summary[1] },
    { term: words.promised[0], content: <>{words.promised[1]} <span className="font-mid text-risk">{words.lateBy}</span></> },
  ];
  return (
    <Spec head={words.head}>
      <PacketCard title={words.title} route={words.route} reason={words.reason} rows={rows} question={{ term: words.question[0], content: words.question[1] }} />
    </Spec>
  );
}

export function SuggestionSpecs() {
  const words = WORDS.suggestions;
  const insert = (): void => undefined;
  const [chosen, plain, gone] = [words.chosen, words.plain, words.gone];
  const end = <>{words.insert} <KeyCap>Alt 1–3</KeyCap> {words.none} <KeyCap>Alt 0</KeyCap></>;
  return (
    <Spec head={words.head}>
      <SuggestionDock title={words.title} note={words.note} end={end}>
        <SuggestionCard cap="Alt 1" title={chosen[0]} text={chosen[1]} confidence={{ value: 0.88, title: words.confidence }} sources={[{ id: 'a', icon: FileText, label: words.article }]} isChosen onInsert={insert} />
        <SuggestionCard cap="Alt 2" title={plain[0]} text={plain[1]} confidence={{ value: 0.61, title: words.confidence }} sources={[{ id: 'p', icon: ClipboardList, label: words.packet }]} onInsert={insert} />
        <SuggestionCard cap="Alt 3" title={gone[0]} text={gone[1]} confidence={{ value: 0.74, title: words.confidence }} sources={[]} withdrawnBecause={words.because} onInsert={insert} />
      </SuggestionDock>
      <SuggestionDock title={words.silent} note={words.silence} />
    </Spec>
  );
}

export function GuardSpecs() {
  const words = WORDS.guard;
  return (
    <Spec head={words.head}>
      <GuardStrip level="stop" title={words.stop} actions={<Button size="small">{words.mask}</Button>} className="border-t-0">{words.others}</GuardStrip>
      <GuardStrip level="confirm" title={words.beyond} actions={<GuardActions />}>{words.sayExpected}</GuardStrip>
      <GuardStrip level="hint" title={words.shorter}>{words.twice}</GuardStrip>
    </Spec>
  );
}

function GuardActions() {
  return (
    <>
      <Button size="small">{WORDS.guard.replace} <KeyCap>Tab</KeyCap></Button>
      <Button size="small" tone="quiet">{WORDS.guard.keep}</Button>
    </>
  );
}

export function ComposerSpecs() {
  const words = WORDS.composer;
  const [mode, setMode] = useState('reply');
  const [text, setText] = useState<string>(words.text);
  const from = text.indexOf(words.marked);
  const marks = from === -1 ? [] : [{ from, to: from + words.marked.length, kind: 'guard' as const }];
  const modes = (
    <TabList label={WORDS.tabs.mode}>
      <Tab value="reply">{WORDS.tabs.reply}</Tab>
      <Tab value="note" icon={Lock}>{WORDS.tabs.note}</Tab>
    </TabList>
  );
  const guard = <GuardStrip level="confirm" title={WORDS.guard.beyond} actions={<GuardActions />}>{WORDS.guard.sayExpected}</GuardStrip>;
  return (
    <Spec head={words.head}>
      <Tabs value={mode} onValueChange={setMode}>
        <ComposerShell label={words.label} modes={modes} status={<><Icon of={Save} size="xs" />{words.saved}</>} guard={marks.length > 0 ? guard : undefined} tools={<ComposerTools />}>
          {['reply', 'note'].map((value) => (
            <TabPanel key={value} value={value}>
              <ComposerText aria-label={words.label} value={text} marks={marks} isInternal={value === 'note'} onChange={(event) => setText(event.target.value)} />
            </TabPanel>
          ))}
        </ComposerShell>
      </Tabs>
    </Spec>
  );
}

function ComposerTools() {
  const words = WORDS.composer;
  return (
    <>
      <IconButton icon={Paperclip} label={words.attach} />
      <IconButton icon={BookOpen} label={words.knowledge} />
      <IconButton icon={Smile} label={words.emoji} />
      <span className="ms-1.5 flex items-center gap-1 text-12 text-ink-muted"><KeyCap>/</KeyCap>{words.macros}</span>
      <span className="ms-auto flex items-center gap-2.5">
        <span className="text-12 text-ink-muted">{words.seen}</span>
        <Button tone="primary">{WORDS.buttons.send} <KeyCap>Ctrl ↵</KeyCap></Button>
      </span>
    </>
  );
}
