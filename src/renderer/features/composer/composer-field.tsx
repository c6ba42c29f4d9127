import { useLayoutEffect, useRef, type ClipboardEvent, type KeyboardEvent, type SyntheticEvent } from 'react';
import type { PhraseHit } from '../../../shared/contracts/assist.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCustomerName } from '../../bridge/customer-of.ts';
import { useApp } from '../../bridge/desk-context.tsx';
import { draftKey, draftOf, type Draft } from '../../stores/composer-store.ts';
import type { ComposerMode } from '../../stores/screen-store.ts';
import { useComposer, useStores } from '../../stores/stores-context.tsx';
import { useFocusPlace } from '../../stores/use-focus-place.ts';
import { ComposerText } from '../../ui/composer-text.tsx';
import { MacroList, MACRO_LIST_ID, macroOptionId } from './macro-list.tsx';
import { useMacroMenu } from './use-macro-menu.ts';

interface ComposerFieldProps {
  conversationId: string;
  mode: ComposerMode;
  /** What the phrase guard marks. */
  objections: readonly PhraseHit[];
  isReadOnly: boolean;
  /** The person writes here, or has put the caret into what is written. */
  onTouch: () => void;
  /** A key of a reply was pressed. */
  onType: () => void;
  onFiles: (files: Iterable<File>) => void;
  onSend: () => void;
}

/** An input method swallows this key; some browsers say so by the code alone. */
const isComposing = (event: KeyboardEvent): boolean => event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;

/** Marks the words that still stand where the guard saw them: its answer is about the text of a moment ago. */
const marksIn = (text: string, objections: readonly PhraseHit[]) =>
  objections.filter(({ span }) => text.slice(span.start, span.end) === span.text).map(({ span }) => ({ from: span.start, to: span.end, kind: 'guard' as const }));

/** Where one writes. Enter is a new line, or sends if so set; never while an input method is composing. */
export function ComposerField({ conversationId, mode, objections, isReadOnly, onTouch, onType, onFiles, onSend }: ComposerFieldProps) {
  const t = useText('composer');
  const { composer } = useStores();
  const key = draftKey(conversationId, mode);
  const draft = useComposer((state) => draftOf(state.drafts, key));
  const change = (next: Partial<Draft>): void => {
    // A macro changes words without the field.
    if (isReadOnly && next.text !== undefined) return;
    onTouch();
    composer.getState().change(key, next);
    if (mode === 'reply' && next.text !== undefined) onType();
  };
  const field = useRef<HTMLTextAreaElement>(null);
  const enterSends = useApp((state) => state.settings.enterSends);
  const { name } = useCustomerName(conversationId);
  const menu = useMacroMenu(conversationId, draft, change);
  useFocusPlace('composer', field);
  // Words put in from elsewhere leave the caret behind them. Only then: a selection that is being made is not taken back by a redraw.
  useLayoutEffect(() => {
    const element = field.current;
    if (element !== null && (element.selectionStart !== draft.start || element.selectionEnd !== draft.end)) element.setSelectionRange(draft.start, draft.end);
  }, [draft.start, draft.end]);
  // Words that arrive where the caret stands already are as much in front of the person as those that the caret is put into.
  const isWritten = draft.text !== '';
  useLayoutEffect(() => {
    if (isWritten && field.current === document.activeElement) onTouch();
  });

  const handleKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (isComposing(event) || menu?.handleKey(event) === true) return;
    const isPlainEnter = event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey;
    if (!isPlainEnter || !enterSends) return;
    event.preventDefault();
    onSend();
  };
  const handleSelect = ({ currentTarget: { selectionStart: start, selectionEnd: end } }: SyntheticEvent<HTMLTextAreaElement>): void => {
    if (start !== draft.start || end !== draft.end) change({ start, end });
  };
  const handlePaste = (event: ClipboardEvent): void => {
    if (event.clipboardData.files.length === 0 || mode === 'note') return;
    event.preventDefault();
    onFiles(event.clipboardData.files);
  };
  return (
    <>
      {menu !== null && <MacroList menu={menu} />}
      <ComposerText
        ref={field}
        value={draft.text}
        marks={marksIn(draft.text, objections)}
        isInternal={mode === 'note'}
        readOnly={isReadOnly}
        data-pane="composer"
        aria-label={t(mode)}
        aria-controls={menu === null ? undefined : MACRO_LIST_ID}
        aria-activedescendant={menu === null ? undefined : macroOptionId(menu.chosen)}
        placeholder={mode === 'note' ? t('notePlaceholder') : t('replyPlaceholder', { name })}
        onChange={({ currentTarget: { value, selectionStart, selectionEnd } }) => change({ text: value, start: selectionStart, end: selectionEnd })}
        onFocus={() => isWritten && onTouch()}
        onSelect={handleSelect}
        onKeyDown={handleKeyDown}
        onPaste={handlePaste}
      />
    </>
  );
}
