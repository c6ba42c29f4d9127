import type { Outgoing } from '../channel/outgoing.ts';
import type { Upload } from '../channel/uploads.ts';
import { errorText } from '../texts/texts.ts';
import { Delivery } from './delivery.tsx';
import { usePage } from './page-context.ts';
import { Attachments } from './picture.tsx';
import { useStore } from './use-store.ts';

/** Of what is on its way and what waits, only the waiting says so: a message sent in a blink needs no word. */
function Standing({ entry }: { entry: Outgoing }) {
  const { chat, texts } = usePage();
  const line = useStore(chat.line);
  switch (entry.state.kind) {
    case 'accepted': return <Delivery kind="delivered" text={texts.delivered} />;
    case 'refused': return <Delivery kind="failed" text={texts.failed(errorText(texts, entry.state.code))} />;
    case 'queued':
    case 'in-flight': return line.kind === 'open' ? <Delivery kind="sending" text={texts.sending} /> : <Delivery kind="waiting" text={texts.waiting} />;
  }
}

type OutgoingTurnProps = { entry: Outgoing; onTakeBack: (text: string) => void };

/** A message that the log doesn't have yet; a refused one keeps its text and can go again or be taken back. */
export function OutgoingTurn({ entry, onTakeBack }: OutgoingTurnProps) {
  const { chat, texts } = usePage();
  const { text, attachments } = entry.payload;
  const isRefused = entry.state.kind === 'refused';
  const takeBack = () => {
    chat.drop(entry.id);
    onTakeBack(text);
  };
  return (
    <article class="turn me pending">
      <Attachments list={attachments} />
      {text !== '' && <p class="bubble">{text}</p>}
      <Standing entry={entry} />
      {isRefused && (
        <div class="choices">
          <button type="button" class="key" onClick={() => chat.retry(entry.id)}>{texts.retry}</button>
          <button type="button" class="key" onClick={takeBack}>{text === '' ? texts.remove : texts.takeBack}</button>
        </div>
      )}
    </article>
  );
}

/** A picture that is being uploaded, or could not be. */
export function UploadTurn({ upload }: { upload: Upload }) {
  const { chat, texts } = usePage();
  return (
    <article class="turn me pending">
      <span class="picture"><img src={upload.preview} alt={upload.name} /></span>
      {upload.refused === null ? <Delivery kind="sending" text={texts.uploading} /> : <Delivery kind="failed" text={texts.failed(errorText(texts, upload.refused))} />}
      {upload.refused !== null && (
        <div class="choices">
          <button type="button" class="key" onClick={() => chat.dropPicture(upload.id)}>{texts.remove}</button>
        </div>
      )}
    </article>
  );
}
