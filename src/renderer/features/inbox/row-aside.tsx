import { useText } from '../../i18n/use-text.ts';
import type { InboxRow } from '../../../shared/contracts/inbox.ts';
import { useApp } from '../../bridge/desk-context.tsx';
import { usePeople } from '../../bridge/people.ts';
import { useActivity } from '../../bridge/workspace-context.tsx';
import { useCodeText } from '../../i18n/use-code-text.ts';
import { useLocalized } from '../../i18n/use-language.ts';
import { ChannelIcon } from '../../ui/channel-icon.tsx';
import { Looker } from '../../ui/looker.tsx';

/** There is room for one word: the given name where names have spaces, all of it where they have none. */
const shortName = (name: string): string => name.split(' ')[0] ?? name;

/** Who else is in the conversation right now, the one who types first; with nobody there, the channel. */
export function RowAside({ row }: { row: InboxRow }) {
  const t = useText('inbox');
  const words = useCodeText();
  const localized = useLocalized();
  const me = useApp((state) => state.account?.id);
  const { staffName } = usePeople();
  const others = useActivity(row.conversationId).filter(({ who }) => who.id !== me);
  const shown = others.find(({ what }) => what === 'typing') ?? others.find(({ who }) => who.kind === 'agent');
  if (shown === undefined) return <ChannelIcon kind={row.channel} title={words('channel', row.channel)} />;
  if (shown.who.kind === 'customer') return <Looker act="typing" text={t('customerTyping')} />;
  const name = staffName(shown.who.id);
  const act = shown.what === 'typing' ? 'typing' : 'viewing';
  return <Looker act={act} text={name === null ? t('common:somebody') : shortName(localized(name))} title={t(act)} />;
}
