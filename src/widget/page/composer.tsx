import { useRef } from 'preact/hooks';
import { codePointLength, LIMITS } from '../../shared/lib/limits.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { picturesOf } from './pictures-of.ts';

/** Enter that ends a word of an input method is not Enter; 229 is how older browsers say so. */
const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

function PictureButton() {
  const { chat, texts } = usePage();
  const input = useRef<HTMLInputElement>(null);
  const handleChange = (chosen: HTMLInputElement) => {
    for (const file of picturesOf(chosen.files)) chat.sendPicture(file);
    // The same file chosen again is a change again.
    chosen.value = '';
  };
  return (
    <>
      <input ref={input} type="file" accept="image/*" multiple hidden aria-hidden="true" tabIndex={-1} onChange={(event) => handleChange(event.currentTarget)} />
      <button type="button" class="square quiet" aria-label={texts.addPicture} title={texts.addPicture} onClick={() => input.current?.click()}>
        <Icon of="image" />
      </button>
    </>
  );
}

type ComposerProps = { draft: string; onDraft: (text: string) => void };

/** Where the customer writes: Enter sends, Shift+Enter breaks the line, the text grows to a third of the page. */
export function Composer({ draft, onDraft }: ComposerProps) {
  const { chat, texts } = usePage();
  const field = useRef<HTMLTextAreaElement>(null);
  const length = codePointLength(draft);
  const isTooLong = length > LIMITS.messageCodePoints;
  const canSend = draft.trim() !== '' && !isTooLong;

  function handleSend(): void {
    if (canSend && chat.say(draft.trim()).ok) onDraft('');
    field.current?.focus();
  }

  function handleKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || isComposing(event)) return;
    event.preventDefault();
    handleSend();
  }

  function handleInput(text: string): void {
    onDraft(text);
    if (text.trim() === '') chat.typing.stop();
    else chat.typing.write();
  }

  function handlePaste(event: ClipboardEvent): void {
    const pictures = picturesOf(event.clipboardData?.files);
    if (pictures.length === 0) return;
    event.preventDefault();
    for (const file of pictures) chat.sendPicture(file);
  }

  return (
    <div class="composer">
      {isTooLong && <p class="too-long" id="too-long" role="status">{texts.tooLong(length, LIMITS.messageCodePoints)}</p>}
      <PictureButton />
      <textarea
        ref={field}
        rows={1}
        value={draft}
        placeholder={texts.placeholder}
        aria-label={texts.message}
        aria-invalid={isTooLong}
        aria-describedby={isTooLong ? 'too-long' : undefined}
        enterkeyhint="send"
        onInput={(event) => handleInput(event.currentTarget.value)}
        onKeyDown={handleKeyDown}
        onPaste={handlePaste}
        onBlur={() => chat.typing.stop()}
      />
      <button type="button" class="square primary" aria-label={texts.send} title={texts.send} disabled={!canSend} onClick={handleSend}>
        <Icon of="send" />
      </button>
    </div>
  );
}
