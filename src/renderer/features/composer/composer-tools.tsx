import { BookOpen, Clock, Paperclip } from 'lucide-react';
import { useRef } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { useStore } from 'zustand';
import { useApp } from '../../bridge/desk-context.tsx';
import { useChordCap } from '../../bridge/use-chord-cap.ts';
import { useStores } from '../../stores/stores-context.tsx';
import type { ComposerMode } from '../../stores/screen-store.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { KeyCap } from '../../ui/key-cap.tsx';

interface ComposerToolsProps {
  conversationId: string;
  mode: ComposerMode;
  isOff: boolean;
  /** Why what is written can't be sent as it is. */
  offReason: string | undefined;
  onFiles: (files: Iterable<File>) => void;
  onSend: () => void;
}

/** Files, knowledge, macros, and the send key with what it will check. */
export function ComposerTools({ conversationId, mode, isOff, offReason, onFiles, onSend }: ComposerToolsProps) {
  const t = useText('composer');
  const { screen } = useStores();
  const picker = useRef<HTMLInputElement>(null);
  const openKnowledge = (): void => {
    screen.getState().setContextOpen(true);
    screen.getState().askFocus('knowledge');
  };
  return (
    <>
      <input ref={picker} type="file" multiple hidden aria-hidden tabIndex={-1} onChange={(event) => onFiles(event.target.files ?? [])} />
      {mode === 'reply' && <IconButton icon={Paperclip} label={t('attach')} aria-disabled={isOff} onClick={() => !isOff && picker.current?.click()} />}
      <IconButton icon={BookOpen} label={t('knowledge')} onClick={openKnowledge} />
      <span className="ms-1.5 flex items-center gap-1 text-12 whitespace-nowrap text-ink-muted"><KeyCap>/</KeyCap> {t('macros')}</span>
      <span className="ms-auto flex min-w-0 items-center gap-2.5 ps-2.5">
        {mode === 'reply' && <SeenNote conversationId={conversationId} />}
        <SendKey mode={mode} isOff={isOff} offReason={offReason} onSend={onSend} />
      </span>
    </>
  );
}

/** What the act will say it has seen. */
function SeenNote({ conversationId }: { conversationId: string }) {
  const t = useText('composer');
  const { seen } = useStores();
  const seq = useStore(seen, (state) => state.seen[conversationId] ?? 0);
  const isLive = useApp((state) => state.connection.state === 'live');
  return <span className="cut text-12 text-ink-muted">{isLive ? t('seen', { seq }) : t('seenOffline')}</span>;
}

function SendKey({ mode, isOff, offReason, onSend }: Pick<ComposerToolsProps, 'mode' | 'isOff' | 'offReason' | 'onSend'>) {
  const t = useText('composer');
  const cap = useChordCap();
  const isLive = useApp((state) => state.connection.state === 'live' || state.connection.state === 'catching-up');
  const words = isLive ? (mode === 'note' ? t('keepNote') : t('send')) : t('queue');
  return (
    <Button tone={isLive ? 'primary' : 'outline'} aria-disabled={isOff} offReason={offReason} onClick={() => !isOff && onSend()}>
      {!isLive && <Icon of={Clock} size="s" />}
      {words} <KeyCap>{cap('composer.send')}</KeyCap>
    </Button>
  );
}
