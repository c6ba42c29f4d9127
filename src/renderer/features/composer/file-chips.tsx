import { Paperclip, X } from 'lucide-react';
import { useText } from '../../i18n/use-text.ts';
import type { Attachment } from '../../../shared/contracts/message.ts';
import type { AddingFile } from '../../stores/composer-store.ts';
import { Icon } from '../../ui/icon.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Tag } from '../../ui/tag.tsx';

interface FileChipsProps {
  files: readonly Attachment[];
  adding: readonly AddingFile[];
  onRemove: (blobId: string) => void;
}

/** The files that go along with what is written. */
export function FileChips({ files, adding, onRemove }: FileChipsProps) {
  const t = useText('composer');
  if (files.length + adding.length === 0) return null;
  return (
    <ul className="mx-auto flex w-full max-w-240 flex-wrap gap-1.5 px-4 pt-2">
      {files.map(({ blobId, name }) => (
        <li key={blobId} className="flex h-6 items-center gap-1 rounded-control border border-line-strong ps-2 text-12">
          <Icon of={Paperclip} size="xs" />
          <span className="cut max-w-40" title={t('attached', { name })}>{name}</span>
          <IconButton icon={X} size="small" label={t('remove', { name })} onClick={() => onRemove(blobId)} />
        </li>
      ))}
      {adding.map(({ id, name }) => <li key={id}><Tag>{t('uploading', { name })}</Tag></li>)}
    </ul>
  );
}
