import { useState } from 'react';
import { DayLine } from '../ui/day-line.tsx';
import { DeliveryLine } from '../ui/delivery-line.tsx';
import { FlagLine } from '../ui/flag-line.tsx';
import { IntentPair } from '../ui/intent-pair.tsx';
import { MarkedText } from '../ui/marked-text.tsx';
import { Message } from '../ui/message.tsx';
import { SystemLine } from '../ui/system-line.tsx';
import { TextAction } from '../ui/text-action.tsx';
import { TraceBlock } from '../ui/trace-block.tsx';
import { Spec } from './spec.tsx';
import { WORDS } from './words.ts';

const words = WORDS.messages;

function at(text: string) {
  return { text, dateTime: `2026-11-20T${text}+08:00`, title: `2026-11-20 ${text}` };
}

export function MessageSpecs() {
  return (
    <Spec head={words.head}>
      <div className="flex flex-col gap-2.5">
        <Flagged />
        <Answered />
        <Message voice="note" author={words.zhou} time={at('20:39:40')} audience={words.noteAudience}>{words.note}</Message>
        <Message voice="whisper" author={words.he} time={at('20:41:30')} audience={words.whisperAudience}>{words.whisper}</Message>
        <Message
          voice="agent"
          author={words.me}
          time={at('20:39:52')}
          below={<div className="flex gap-1.5"><DeliveryLine state="delivered" text={words.delivered} /><DeliveryLine state="read" text={words.read} /></div>}
        >
          {words.checking}
        </Message>
        <Message voice="agent" standing="pending" below={<DeliveryLine state="waiting" text={words.queued} />}>{words.offline}</Message>
        <Message voice="agent" standing="failed" below={<DeliveryLine state="failed" text={words.refused}><TextAction>{words.again}</TextAction></DeliveryLine>}>{words.failed}</Message>
        <SystemLine>{words.assigned} <TextAction>{words.why}</TextAction></SystemLine>
        <DayLine isNew>{words.fresh}</DayLine>
      </div>
    </Spec>
  );
}

function Flagged() {
  const flag = (
    <FlagLine id="gallery-flag" kind={words.flag} evidence={words.evidence}>
      <TextAction>{words.askLead}</TextAction>
      <TextAction>{words.notRisk}</TextAction>
    </FlagLine>
  );
  return (
    <Message voice="customer" author={words.chen} time={at('20:40:21')} isFlagged describedBy="gallery-flag" below={flag}>
      <MarkedText text={words.threat} spans={[{ from: 5, to: 10, kind: 'evidence' }]} />
    </Message>
  );
}

function Answered() {
  const [isOpen, setIsOpen] = useState(true);
  const rows = [
    { term: words.intent, content: <><IntentPair label={words.damage} value={0.55} /><IntentPair label={words.resend} value={0.52} /></> },
    { term: words.slots, content: <>{words.order}<span className="text-risk">{words.missing}</span></> },
    { term: words.sources, content: <TextAction>{words.article}</TextAction> },
  ];
  return (
    <Message voice="bot" author={words.bot} time={at('20:38:06')} below={<TraceBlock title={words.trace} isOpen={isOpen} onOpenChange={setIsOpen} rows={rows} />}>
      {words.upload}
    </Message>
  );
}
