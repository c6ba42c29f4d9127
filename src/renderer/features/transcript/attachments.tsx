import { useQuery } from '@tanstack/react-query';
import { File } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import type { Attachment } from '../../../shared/contracts/message.ts';
import { useDesk } from '../../bridge/desk-context.tsx';
import { Icon } from '../../ui/icon.tsx';

/** Images are shown this wide; their height follows. */
const WIDTH = 132;

/** The files of a message: images as pictures, the rest by name. */
export function Attachments({ files }: { files: readonly Attachment[] }) {
  return <div className="flex flex-wrap gap-2">{files.map((file) => (file.mediaType.startsWith('image/') ? <Picture key={file.blobId} file={file} /> : <NamedFile key={file.blobId} file={file} />))}</div>;
}

function useAddress(blobId: string): string | undefined {
  const { bridge } = useDesk();
  const { data } = useQuery({ queryKey: ['attachment.address', blobId], queryFn: () => bridge.query('attachment.address', { blobId }), staleTime: 240_000 });
  return data?.ok === true ? data.value : undefined;
}

function Picture({ file }: { file: Attachment }) {
  const t = useText('transcript');
  const address = useAddress(file.blobId);
  // The place is kept before the picture is there, so that nothing jumps.
  const height = file.width !== undefined && file.height !== undefined ? Math.round((WIDTH * file.height) / file.width) : WIDTH;
  return <img src={address} alt={t('image', { name: file.name })} width={WIDTH} height={height} className="rounded-message border border-line bg-surface-sunken object-cover" />;
}

function NamedFile({ file }: { file: Attachment }) {
  const t = useText('transcript');
  const address = useAddress(file.blobId);
  return (
    <a href={address} download={file.name} aria-label={t('file', { name: file.name })} className="flex items-center gap-1.5 rounded-message border border-line-strong px-2.5 py-1.5 text-accent">
      <Icon of={File} size="s" />
      <span className="cut">{file.name}</span>
    </a>
  );
}
