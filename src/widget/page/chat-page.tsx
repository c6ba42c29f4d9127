import { useState } from 'preact/hooks';
import { errorText } from '../texts/texts.ts';
import { Composer } from './composer.tsx';
import { Head } from './head.tsx';
import { PageContext, usePage, type Page } from './page-context.ts';
import { Transcript } from './transcript.tsx';
import { useDroppedPictures } from './use-dropped-pictures.ts';
import { useStore } from './use-store.ts';

const DRAFT = 'draft';

/** The text being written survives the page. */
function useDraft({ shelf }: Page): readonly [string, (text: string) => void] {
  const [draft, setDraft] = useState(() => shelf.read(DRAFT) ?? '');
  const keep = (text: string) => {
    setDraft(text);
    if (text === '') shelf.remove(DRAFT);
    else shelf.write(DRAFT, text);
  };
  return [draft, keep];
}

/** Why there is no conversation here, when trying again would not help. */
function Refusal() {
  const { chat, texts } = usePage();
  const line = useStore(chat.line);
  if (line.kind !== 'refused') return null;
  return (
    <div class="refusal" role="alert">
      <p>{errorText(texts, line.failure.code)}</p>
      <button type="button" class="key" onClick={() => location.reload()}>{texts.reload}</button>
    </div>
  );
}

export function ChatPage({ page }: { page: Page }) {
  const { chat, texts } = page;
  const [draft, setDraft] = useDraft(page);
  const isOver = useDroppedPictures(chat.sendPicture);

  const takeBack = (text: string) => {
    if (text !== '') setDraft(draft === '' ? text : `${text}\n${draft}`);
  };

  return (
    <PageContext.Provider value={page}>
      <main class="page">
        <Head />
        <Transcript onTakeBack={takeBack} />
        <Refusal />
        <Composer draft={draft} onDraft={setDraft} />
        {isOver && <p class="drop-here" aria-hidden="true">{texts.dropHere}</p>}
      </main>
    </PageContext.Provider>
  );
}
