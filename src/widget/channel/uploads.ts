import type { ErrorCode, Failure } from '../../shared/contracts/errors.ts';
import type { Attachment } from '../../shared/contracts/message.ts';
import { LIMITS } from '../../shared/lib/limits.ts';
import { err, type Result } from '../../shared/lib/result.ts';
import { backoff } from './backoff.ts';
import type { Clock, Random } from './clock.ts';
import { RETRY_LATER } from './failure.ts';
import { createStore, type Store } from './store.ts';

/** Who is told to wait longer than this is told so, and not that their picture is on its way. */
const LONGEST_WAIT_MS = 60_000;

/** How long the server says to wait; none unless it says. */
const toldWait = ({ details }: Failure): number => (typeof details?.['retryAfterMs'] === 'number' ? details['retryAfterMs'] : 0);

const mayGoAgain = (failure: Failure): boolean => RETRY_LATER.has(failure.code) && toldWait(failure) <= LONGEST_WAIT_MS;

/** A picture on its way; its message joins the line when it is there, and later text may pass it. */
export type Upload = { readonly id: string; readonly name: string; readonly at: number; readonly preview: string; readonly refused: ErrorCode | null };

export type Uploads = {
  readonly list: Store<readonly Upload[]>;
  readonly add: (file: File) => void;
  readonly drop: (id: string) => void;
};

export type UploadsDeps = {
  readonly newId: () => string;
  readonly clock: Clock;
  readonly random: Random;
  readonly upload: (file: File) => Promise<Result<Attachment, Failure>>;
  /** An address under which the page can show the file. */
  readonly preview: (file: File) => string;
  /** The picture is there: `preview` still shows it. */
  readonly onDone: (attachment: Attachment, preview: string) => void;
};

export function createUploads(deps: UploadsDeps): Uploads {
  const list = createStore<readonly Upload[]>([]);
  const drop = (id: string) => list.update((before) => before.filter((upload) => upload.id !== id));
  const refuse = (id: string, refused: ErrorCode) => list.update((before) => before.map((upload) => (upload.id === id ? { ...upload, refused } : upload)));

  async function attempt(entry: Upload, file: File, failures: number): Promise<void> {
    const tooLarge = file.size > LIMITS.attachmentBytes;
    const answer = tooLarge ? err({ code: 'TOO_LARGE' as const }) : await deps.upload(file);
    if (answer.ok) {
      drop(entry.id);
      deps.onDone(answer.value, entry.preview);
    } else if (mayGoAgain(answer.error)) {
      deps.clock.after(Math.max(backoff(failures, deps.random), toldWait(answer.error)), () => void attempt(entry, file, failures + 1));
    } else {
      refuse(entry.id, answer.error.code);
    }
  }

  return {
    list,
    add: (file) => {
      const entry: Upload = { id: deps.newId(), name: file.name, at: deps.clock.now(), preview: deps.preview(file), refused: null };
      list.update((before) => [...before, entry]);
      void attempt(entry, file, 0);
    },
    drop,
  };
}
