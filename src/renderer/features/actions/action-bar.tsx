import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import type { ActionKind, OfferedAction } from '../../../shared/contracts/action.ts';
import type { Order } from '../../../shared/contracts/order.ts';
import { useAsk } from '../../bridge/ask.ts';
import { useLedgerStamp } from '../../bridge/customer-of.ts';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../ui/menu.tsx';
import { ActionPanel } from './action-panel.tsx';
import { useActionWords } from './use-action-words.ts';

/** So many actions stand in the row; the others are in the menu. */
const IN_ROW = 5;

/** What may be done now with an order, by this person's role. An impossible action stays in place and says why. */
export function ActionBar({ conversationId, order }: { conversationId: string; order: Order }) {
  const stamp = `${order.version} ${useLedgerStamp(conversationId)}`;
  const { data: offers = [] } = useAsk(['actions', 'list'], { conversationId, orderNumber: order.number }, { stamp, keepPrevious: true });
  const [open, setOpen] = useState<ActionKind | null>(null);
  const offered = offers.find(({ kind }) => kind === open);
  const toggle = (kind: ActionKind): void => setOpen(open === kind ? null : kind);
  return (
    <>
      <div className="flex items-start gap-0.75">
        <div className="flex grow flex-wrap gap-0.75">
          {offers.slice(0, IN_ROW).map((offer) => <ActionButton key={offer.kind} offer={offer} isOpen={offer.kind === open} onToggle={() => toggle(offer.kind)} />)}
        </div>
        {offers.length > IN_ROW && <MoreActions offers={offers.slice(IN_ROW)} onChoose={setOpen} />}
      </div>
      {offered !== undefined && <ActionPanel key={`${order.number} ${offered.kind}`} conversationId={conversationId} order={order} offered={offered} onClose={() => setOpen(null)} />}
    </>
  );
}

function ActionButton({ offer, isOpen, onToggle }: { offer: OfferedAction; isOpen: boolean; onToggle: () => void }) {
  const words = useActionWords();
  const codeText = useCodeText();
  const reason = offer.whyNot === null ? undefined : codeText('whyNot', offer.whyNot);
  return (
    // Narrower than elsewhere: five English words stand in one row of the side column.
    <Button size="small" className="px-1.25" aria-expanded={isOpen} offReason={offer.enabled ? undefined : (reason ?? '')} onClick={onToggle}>
      {words.title(offer.kind)}
    </Button>
  );
}

function MoreActions({ offers, onChoose }: { offers: readonly OfferedAction[]; onChoose: (kind: ActionKind) => void }) {
  const t = useText('actions');
  const words = useActionWords();
  const codeText = useCodeText();
  const entries = offers.map((offer): MenuEntry => ({
    kind: 'act',
    id: offer.kind,
    label: words.title(offer.kind),
    offReason: offer.enabled ? undefined : codeText('whyNot', offer.whyNot ?? ''),
    onSelect: () => onChoose(offer.kind),
  }));
  return <Menu trigger={<IconButton icon={Ellipsis} size="small" label={t('form.more')} />} entries={entries} align="end" />;
}
