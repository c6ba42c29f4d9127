import { useText } from '../../i18n/use-text.ts';
import type { PacketItem } from '../../../shared/contracts/conversation-state.ts';
import type { PacketContent } from '../../../shared/contracts/assist.ts';
import { useAtTick } from '../../bridge/desk-context.tsx';
import { useHead } from '../../bridge/workspace-context.tsx';
import { useApp } from '../../bridge/desk-context.tsx';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useMoments } from '../../i18n/use-moments.ts';
import { PacketCard } from '../../ui/packet-card.tsx';
import type { TermRow } from '../../ui/term-list.tsx';

const DAY = 86_400_000;

/** A promise with the day it was made and, once a day has gone by, how long ago that is. */
function Promise({ what, at }: PacketContent['promised'][number]) {
  const t = useText('transcript');
  const moments = useMoments();
  const days = useAtTick((now) => Math.floor((now - at) / DAY));
  return (
    <div>
      {moments.exact(at).slice(5, 10)} {what} {days > 0 && <span className="font-mid text-risk">{t('packet.late', { count: days })}</span>}
    </div>
  );
}

function usePacketRows({ content, facts }: PacketItem): TermRow[] {
  const t = useText('transcript');
  const words = useCodeText();
  const list = t('common:list');
  if (content === null) return [{ term: t('packet.summary'), content: t('packet.erased') }];
  const missing = facts.missing.map((what) => words('packetPart', what)).join(list);
  return [
    { term: t('packet.summary'), content: content.summary },
    {
      term: t('packet.known'),
      content: (
        <>
          {content.known.map(({ slot, value }) => `${slot} ${value}`).join(list) || t('packet.nothing')}
          {missing !== '' && <span className="ms-2 text-ink-muted">{t('packet.missing', { what: missing })}</span>}
        </>
      ),
    },
    { term: t('packet.tried'), content: content.tried.map(({ what }) => what).join(list) || t('packet.nothing') },
    ...(content.promised.length > 0 ? [{ term: t('packet.promised'), content: content.promised.map((promise) => <Promise key={`${promise.at} ${promise.what}`} {...promise} />) }] : []),
  ];
}

/** What the bot hands over: read once, nothing needs to be asked again. */
export function PacketRow({ item, conversationId }: { item: PacketItem; conversationId: string }) {
  const t = useText('transcript');
  const words = useCodeText();
  const moments = useMoments();
  const me = useApp((state) => state.account?.id);
  const isMine = useHead(conversationId, ({ holder }) => holder.kind === 'agent' && holder.agentId === me);
  return (
    <PacketCard
      title={t('packet.title')}
      route={t(isMine ? 'packet.route' : 'packet.routeOther', { time: moments.time(item.at) })}
      reason={words('packetReason', item.facts.reason)}
      rows={usePacketRows(item)}
      question={{ term: t('packet.open'), content: item.content?.openQuestion ?? '' }}
    />
  );
}
