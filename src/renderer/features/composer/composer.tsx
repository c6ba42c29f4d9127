import { Lock, Save } from 'lucide-react';
import { useEffect, type DragEvent } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { codePointLength, LIMITS } from '../../../shared/lib/limits.ts';
import { useDesk } from '../../bridge/desk-context.tsx';
import { loadDrafts } from '../../bridge/draft-keeper.ts';
import { useMoments } from '../../i18n/use-moments.ts';
import { draftKey, draftOf } from '../../stores/composer-store.ts';
import type { ComposerMode } from '../../stores/screen-store.ts';
import { useCommand, useComposer, useStores } from '../../stores/stores-context.tsx';
import { ComposerShell } from '../../ui/composer-shell.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Tab, TabList, TabPanel, Tabs } from '../../ui/tabs.tsx';
import { ComposerField } from './composer-field.tsx';
import { ComposerTools } from './composer-tools.tsx';
import { FileChips } from './file-chips.tsx';
import { isTypingElsewhere } from './is-typing-elsewhere.ts';
import { PhraseStrip } from './phrase-strip.tsx';
import { blockOf, SendBlockNote, useBlockText, useRefusals } from './send-block.tsx';
import { TakenNote } from './taken-note.tsx';
import { useComposerMode, type ReplyRight } from './use-composer-mode.ts';
import { useFiles } from './use-files.ts';
import { useLease } from './use-lease.ts';
import { usePhraseGuard } from './use-phrase-guard.ts';
import { useSend } from './use-send.ts';
import { useTyping } from './use-typing.ts';

/** Commands that lead here or leave from here; returns the way to a mode. */
function useComposerCommands(conversationId: string, canOpenReply: boolean, send: () => void): (mode: ComposerMode) => void {
  const { screen } = useStores();
  const choose = (mode: ComposerMode): void => {
    screen.getState().setMode(conversationId, mode);
    screen.getState().askFocus('composer');
  };
  useCommand('composer.reply', canOpenReply ? () => choose('reply') : null);
  useCommand('composer.note', () => choose('note'));
  useCommand('composer.send', () => !isTypingElsewhere() && send());
  return choose;
}

/** Where the person writes: a reply to the customer, or a note among colleagues. Each keeps its own draft; a key stroke draws the field alone. */
export function Composer({ conversationId }: { conversationId: string }) {
  const t = useText('composer');
  const desk = useDesk();
  const { composer } = useStores();
  const { mode, right, canOpenReply, settle } = useComposerMode(conversationId);
  const key = draftKey(conversationId, mode);
  const { lease, take } = useLease(conversationId);
  const files = useFiles(key);
  const typing = useTyping(conversationId);
  const guard = usePhraseGuard(conversationId, mode);
  const send = useSend(conversationId, mode, guard.mayGo);
  useEffect(() => void loadDrafts(desk, composer, conversationId), [desk, composer, conversationId]);

  const isOff = lease === 'taken';
  const isAdding = useComposer((state) => draftOf(state.drafts, key).adding.length > 0);
  const block = blockOf({ mode, right, isAdding });
  const blockText = useBlockText(block);
  const { submit, refusals } = useRefusals(block, () => {
    // Not the field alone is closed while another window writes: keys, files and drops come by other ways.
    if (isOff) return;
    typing.stop();
    void send();
  });
  const choose = useComposerCommands(conversationId, canOpenReply, submit);
  const addFiles = (added: Iterable<File>): void => {
    if (isOff) return;
    settle();
    files.add(added);
  };
  const press = (): void => {
    if (right === 'yes') typing.press();
  };
  const drop = (event: DragEvent): void => {
    if (event.dataTransfer.files.length === 0 || mode === 'note') return;
    event.preventDefault();
    addFiles(event.dataTransfer.files);
  };
  return (
    <div role="presentation" className="flex-none" onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <Tabs value={mode} onValueChange={(value) => choose(value === 'note' ? 'note' : 'reply')}>
        <ComposerShell
          label={t('label')}
          modes={<Modes right={right} canOpenReply={canOpenReply} />}
          status={<DraftStatus draftKey={key} mode={mode} />}
          guard={guard.objections.length > 0 ? <PhraseStrip guard={guard} /> : undefined}
          tools={<ComposerTools conversationId={conversationId} mode={mode} isOff={isOff} offReason={blockText ?? (guard.objections[0]?.level === 'block' ? t('guardStops') : undefined)} onFiles={addFiles} onSend={submit} />}
        >
          <TabPanel value={mode}>
            {isOff && <TakenNote onTake={take} />}
            <SendBlockNote block={block} refusals={refusals} />
            <DraftFiles draftKey={key} files={files} isOff={isOff} />
            <ComposerField conversationId={conversationId} mode={mode} objections={guard.objections} isReadOnly={isOff} onTouch={settle} onType={press} onFiles={addFiles} onSend={submit} />
          </TabPanel>
        </ComposerShell>
      </Tabs>
    </div>
  );
}

function DraftFiles({ draftKey: key, files, isOff }: { draftKey: string; files: ReturnType<typeof useFiles>; isOff: boolean }) {
  const attached = useComposer((state) => draftOf(state.drafts, key).attachments);
  const adding = useComposer((state) => draftOf(state.drafts, key).adding);
  return <FileChips files={attached} adding={adding} onRemove={(blobId) => !isOff && files.remove(blobId)} />;
}

function Modes({ right, canOpenReply }: { right: ReplyRight; canOpenReply: boolean }) {
  const t = useText('composer');
  return (
    <>
      <TabList label={t('modes')}>
        <Tab value="reply" disabled={!canOpenReply}>{t('reply')}</Tab>
        <Tab value="note" icon={Lock}>{t('note')}</Tab>
      </TabList>
      {right !== 'yes' && <span className="cut text-12 text-ink-muted">{t(right === 'resolved' ? 'resolved' : 'notMine')}</span>}
    </>
  );
}

/** Close to the limit this many code points are left. */
const NEAR_LIMIT = 500;

/** Where the draft stands; near the limit, how much room is left. */
function DraftStatus({ draftKey: key, mode }: { draftKey: string; mode: ComposerMode }) {
  const draft = useComposer((state) => draftOf(state.drafts, key));
  const t = useText('composer');
  const moments = useMoments();
  const limit = mode === 'note' ? LIMITS.noteCodePoints : LIMITS.messageCodePoints;
  const count = draft.text.length < limit - NEAR_LIMIT ? 0 : codePointLength(draft.text);
  if (count > limit - NEAR_LIMIT) return <span className={count > limit ? 'text-risk' : ''}>{t('tooLong', { count, limit })}</span>;
  if (draft.isSending) return <span className="cut">{t('sending')}</span>;
  if (draft.text === '' || draft.savedAt === null) return null;
  return (
    <>
      <Icon of={Save} size="xs" />
      <span className="cut">{t('savedAt', { time: moments.time(draft.savedAt) })}</span>
    </>
  );
}
