import { useEffect, useState } from 'preact/hooks';
import type { Attachment } from '../../shared/contracts/message.ts';
import { usePage } from './page-context.ts';

type Shown = { readonly kind: 'asking' | 'missing' } | { readonly kind: 'here'; readonly address: string };

function useAddress(blobId: string): Shown {
  const { chat } = usePage();
  const [shown, setShown] = useState<Shown>({ kind: 'asking' });
  useEffect(() => {
    let isWanted = true;
    async function ask(): Promise<void> {
      const address = await chat.pictures.addressOf(blobId);
      if (isWanted) setShown(address === null ? { kind: 'missing' } : { kind: 'here', address });
    }
    void ask();
    return () => void (isWanted = false);
  }, [chat, blobId]);
  return shown;
}

/** A picture of the conversation; its place has the right height before it is there. */
export function Picture({ attachment }: { attachment: Attachment }) {
  const { texts } = usePage();
  const shown = useAddress(attachment.blobId);
  const { width, height, name } = attachment;
  if (shown.kind !== 'here') return <span class="picture empty">{shown.kind === 'missing' ? texts.pictureMissing : texts.picture}</span>;
  return (
    <a class="picture" href={shown.address} target="_blank" rel="noopener" aria-label={`${texts.openPicture} ${name}`}>
      <img src={shown.address} alt={name} {...(width && height ? { width, height } : {})} />
    </a>
  );
}

/** What hangs on a message: pictures are shown, anything else is named and can be opened. */
export function Attachments({ list }: { list: readonly Attachment[] }) {
  return <>{list.map((attachment) => (attachment.mediaType.startsWith('image/') ? <Picture key={attachment.blobId} attachment={attachment} /> : <OtherFile key={attachment.blobId} attachment={attachment} />))}</>;
}

function OtherFile({ attachment }: { attachment: Attachment }) {
  const { texts } = usePage();
  const shown = useAddress(attachment.blobId);
  const label = texts.file(attachment.name);
  if (shown.kind !== 'here') return <span class="bubble">{label}</span>;
  return <a class="bubble" href={shown.address} download={attachment.name}>{label}</a>;
}
