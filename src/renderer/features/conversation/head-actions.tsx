import { AlarmClock, ArrowRightLeft, Check, Hand, PanelRightOpen, Undo2 } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import { useAtTick, useIsLive } from '../../bridge/desk-context.tsx';
import { useChordCap } from '../../bridge/use-chord-cap.ts';
import { useAct } from '../../bridge/use-act.ts';
import { useHead } from '../../bridge/workspace-context.tsx';
import { draftKey, draftOf } from '../../stores/composer-store.ts';
import { useCommand, useStores } from '../../stores/stores-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';
import { useStanding } from './use-standing.ts';

/** What can be done with the conversation itself, at the right end of its head. */
export function HeadActions({ conversationId }: { conversationId: string }) {
  const t = useText('conversation');
  const { screen } = useStores();
  const standing = useStanding(conversationId);
  return (
    <>
      {standing === 'mine' && <OwnerActions conversationId={conversationId} />}
      {standing === 'takeable' && <TakeOver conversationId={conversationId} />}
      {standing === 'resolved' && <Reopen conversationId={conversationId} />}
      <IconButton icon={PanelRightOpen} label={t('context')} className="xl:hidden" onClick={() => screen.getState().setContextOpen(true)} />
    </>
  );
}

function OwnerActions({ conversationId }: { conversationId: string }) {
  const t = useText('conversation');
  const { screen } = useStores();
  const cap = useChordCap();
  const act = useAct(conversationId);
  const isLive = useIsLive();
  const until = useHead(conversationId, (head) => head.snoozedUntil);
  const isSnoozed = useAtTick((now) => until !== null && until > now);
  const open = (kind: 'transfer' | 'snooze' | 'resolve') => () => screen.getState().openDialog({ kind, conversationId });
  useCommand('conversation.transfer', isLive ? open('transfer') : null);
  useCommand('conversation.snooze', open('snooze'));
  useCommand('conversation.resolve', open('resolve'));
  return (
    <>
      <Button tone="quiet" title={cap('conversation.transfer')} offReason={isLive ? undefined : t('onlyOnline')} onClick={open('transfer')}>
        <Icon of={ArrowRightLeft} /> {t('transfer')}
      </Button>
      {isSnoozed ? (
        <Button tone="quiet" onClick={() => void act('conversation.unsnooze', {})}><Icon of={AlarmClock} /> {t('unsnooze')}</Button>
      ) : (
        <Button tone="quiet" title={cap('conversation.snooze')} onClick={open('snooze')}><Icon of={AlarmClock} /> {t('snooze')}</Button>
      )}
      <Button title={cap('conversation.resolve')} onClick={open('resolve')}><Icon of={Check} /> {t('resolve')}</Button>
    </>
  );
}

function TakeOver({ conversationId }: { conversationId: string }) {
  const t = useText('conversation');
  const cap = useChordCap();
  const act = useAct(conversationId);
  const isLive = useIsLive();
  const { screen, composer } = useStores();
  const takeOver = (): void => {
    // One takes over to reply, whatever one left there before; a note half written stays in front of its author.
    if (draftOf(composer.getState().drafts, draftKey(conversationId, 'note')).text === '') screen.getState().setMode(conversationId, 'reply');
    void act('conversation.take-over', {});
  };
  useCommand('conversation.take-over', isLive ? takeOver : null);
  return (
    <Button tone="primary" offReason={isLive ? undefined : t('onlyOnline')} onClick={takeOver}>
      <Icon of={Hand} /> {t('takeOver')} <KeyCap>{cap('conversation.take-over')}</KeyCap>
    </Button>
  );
}

function Reopen({ conversationId }: { conversationId: string }) {
  const t = useText('conversation');
  const act = useAct(conversationId);
  const isLive = useIsLive();
  return (
    <Button offReason={isLive ? undefined : t('onlyOnline')} onClick={() => void act('episode.reopen', {})}>
      <Icon of={Undo2} /> {t('reopen')}
    </Button>
  );
}
