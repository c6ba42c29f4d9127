import { useDesk } from '../../bridge/desk-context.tsx';
import type { Desk } from '../../bridge/desk.ts';
import { LIMITS } from '../../../shared/lib/limits.ts';
import type { Attachment } from '../../../shared/contracts/message.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { err, type Result } from '../../../shared/lib/result.ts';
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

/** Gives a file to main. One that can't be read any more (moved, taken out with its stick) isn't there any more. */
async function upload({ bridge }: Pick<Desk, 'bridge'>, file: File): Promise<Result<Attachment, Failure>> {
  const base64 = await base64Of(file).catch(() => null);
  return base64 === null ? err({ code: 'NOT_FOUND' }) : bridge.command('attachment.add', { name: file.name.slice(0, 200), mediaType: file.type, base64 });
}

/**
 * Takes files into a draft: pasted, dropped or picked. Those under way stand in the draft itself, so that nothing is sent
 * without them, wherever the person has been meanwhile.
 */
export function useFiles(key: string): { add: (files: Iterable<File>) => void; remove: (blobId: string) => void } {
  const desk = useDesk();
  const { composer, toast } = useStores();
  const draft = () => draftOf(composer.getState().drafts, key);
  const fail = (failure: Failure): void => toast.getState().show({ kind: 'failed', failure });

  const addOne = async (file: File): Promise<void> => {
    const { attachments, adding } = draft();
    if (file.size > LIMITS.attachmentBytes || attachments.length + adding.length >= LIMITS.attachmentsPerMessage) return fail({ code: 'TOO_LARGE' });
    const id = desk.newId();
    composer.getState().change(key, { adding: [...adding, { id, name: file.name }] });
    try {
      const answer = await upload(desk, file);
      if (answer.ok) composer.getState().change(key, { attachments: [...draft().attachments, answer.value] });
      else fail(answer.error);
    } finally {
      // Whatever went wrong: a file that no longer comes must not hold the draft for good.
      composer.getState().change(key, { adding: draft().adding.filter((other) => other.id !== id) });
    }
  };
  return {
    add: (files) => {
      for (const file of files) void addOne(file);
    },
    remove: (blobId) => composer.getState().change(key, { attachments: draft().attachments.filter((file) => file.blobId !== blobId) }),
  };
}
