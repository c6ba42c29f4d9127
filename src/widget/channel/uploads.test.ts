import { expect, it } from 'vitest';
import type { Attachment } from '../../shared/contracts/message.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { createManualMachine } from './manual-machine.ts';
import { createUploads } from './uploads.ts';

const CUP: Attachment = { blobId: 'b', name: 'cup.png', mediaType: 'image/png', bytes: 3 };

function startUploads(answers: Result<Attachment, Failure>[]) {
  const machine = createManualMachine();
  const done: Attachment[] = [];
  let asked = 0;
  const uploads = createUploads({
    newId: () => 'u',
    clock: machine.clock,
    random: { fraction: () => 0, bytes: () => new Uint8Array() },
    upload: async () => {
      asked += 1;
      return answers.shift() ?? ok(CUP);
    },
    preview: () => 'blob:cup',
    onDone: (attachment) => done.push(attachment),
  });
  uploads.add(new File(['png'], 'cup.png'));
  return { machine, uploads, done, asked: () => asked };
}
const limited = (retryAfterMs: number) => err({ code: 'RATE_LIMITED' as const, details: { retryAfterMs } });

it('waits as long as it is told before a picture goes again', async () => {
  const { machine, uploads, done, asked } = startUploads([limited(2_000)]);
  await expect.poll(asked).toBe(1);
  machine.advance(1_999);
  expect(asked()).toBe(1);
  expect(uploads.list.get()).toMatchObject([{ name: 'cup.png', refused: null }]);
  machine.advance(1);
  await expect.poll(() => done).toEqual([CUP]);
});

it('says that a picture is refused when it would have to wait for hours, and keeps it in sight', async () => {
  const { uploads, asked } = startUploads([limited(3_600_000)]);
  await expect.poll(() => uploads.list.get()).toMatchObject([{ name: 'cup.png', preview: 'blob:cup', refused: 'RATE_LIMITED' }]);
  expect(asked()).toBe(1);
});
