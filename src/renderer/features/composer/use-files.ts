import { useState } from 'react';
import { useDesk } from '../../bridge/desk-context.tsx';
import { LIMITS } from '../../../shared/lib/limits.ts';
import { draftOf } from '../../stores/composer-store.ts';
import { useStores } from '../../stores/stores-context.tsx';

/** Bytes turned into text at once: as many arguments as a call may safely have. */
const CHUNK = 0x80_00;

/** Base64 of a file, as it crosses to main. */
export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** Takes files into a draft: pasted, dropped or picked. Their names stand there while they are being kept. */
export function useFiles(key: string): { adding: readonly string[]; add: (files: Iterable<File>) => void; remove: (blobId: string) => void } {
  const { bridge } = useDesk();
  const { composer, toast } = useStores();
  const [adding, setAdding] = useState<readonly string[]>([]);

  const addOne = async (file: File): Promise<void> => {
    const draft = draftOf(composer.getState().drafts, key);
    if (file.size > LIMITS.attachmentBytes || draft.attachments.length >= LIMITS.attachmentsPerMessage) {
      toast.getState().show({ kind: 'failed', failure: { code: 'TOO_LARGE' } });
      return;
    }
    setAdding((names) => [...names, file.name]);
    const answer = await bridge.command('attachment.add', { name: file.name.slice(0, 200), mediaType: file.type, base64: await base64Of(file) });
    setAdding((names) => names.filter((name) => name !== file.name));
    if (!answer.ok) toast.getState().show({ kind: 'failed', failure: answer.error });
    else composer.getState().change(key, { attachments: [...draftOf(composer.getState().drafts, key).attachments, answer.value] });
  };
  return {
    adding,
    add: (files) => {
      for (const file of files) void addOne(file);
    },
    remove: (blobId) => composer.getState().change(key, { attachments: draftOf(composer.getState().drafts, key).attachments.filter((file) => file.blobId !== blobId) }),
  };
}
