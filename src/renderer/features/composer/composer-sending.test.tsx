import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import type { Attachment } from '../../../shared/contracts/message.ts';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import { createScriptedComposer, willingly } from '../../app/scripted-composer.tsx';
import { CONVERSATION, createScriptedMain, type ScriptedMain } from '../../bridge/scripted-main.ts';
import { draftKey, draftOf } from '../../stores/composer-store.ts';

afterEach(cleanup);

async function open(main: ScriptedMain) {
  const composer = createScriptedComposer(main);
  const { unmount } = render(<composer.Opened />, { wrapper: composer.Window });
  act(composer.begin);
  const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Reply' });
  const type = (text: string): void => void fireEvent.change(field, { target: { value: text, selectionStart: text.length, selectionEnd: text.length } });
  const paste = (...files: File[]): void => void fireEvent.paste(field, { clipboardData: { files } });
  const send = (): void => void fireEvent.keyDown(field, { key: 'Enter', code: 'Enter', ctrlKey: true });
  field.focus();
  return { ...composer, field, type, paste, send, unmount };
}

/** A main whose uploads end when the test says so, in the order they came. */
function slow() {
  const ends: ((answer: Result<Attachment, Failure>) => void)[] = [];
  const main = createScriptedMain({
    ...willingly,
    commands: { ...willingly.commands, 'attachment.add': () => new Promise<Result<Attachment, Failure>>((resolve) => void ends.push(resolve)) },
  });
  const isUp = async (count: number): Promise<void> => {
    await expect.poll(() => ends.length).toBe(count);
  };
  return { main, ends, isUp };
}

const stored = (blobId: string): Attachment => ({ blobId, name: 'label.png', mediaType: 'image/png', bytes: 3 });
const png = (): File => new File(['png'], 'label.png', { type: 'image/png' });

it('never sends a message without the file that is still being added to it', async () => {
  const { main, ends, isUp } = slow();
  const { field, type, paste, send, actsOf } = await open(main);
  type('Here is the label');
  paste(png());
  await isUp(1);
  expect(screen.getByRole('button', { name: /^Send/ }).getAttribute('aria-disabled')).toBe('true');
  send();
  expect((await screen.findByRole('alert')).textContent).toMatch(/still being added/);
  expect(actsOf()).toEqual([]);
  expect(field.value).toBe('Here is the label');
  ends[0]?.(ok(stored('b1')));
  await screen.findByRole('button', { name: 'Remove label.png' });
  expect(screen.queryByRole('alert')).toBeNull();
  send();
  await expect.poll(() => actsOf()).toMatchObject([{ payload: { text: 'Here is the label', attachments: [{ blobId: 'b1' }] } }]);
});

it('waits for each of two files of one name', async () => {
  const { main, ends, isUp } = slow();
  const { type, paste, send, actsOf } = await open(main);
  type('Both sides');
  paste(png(), png());
  await isUp(2);
  ends[0]?.(ok(stored('b1')));
  await screen.findByRole('button', { name: 'Remove label.png' });
  send();
  expect(actsOf()).toEqual([]);
  ends[1]?.(ok(stored('b2')));
  await expect.poll(() => screen.queryByText('Adding label.png…')).toBeNull();
  send();
  await expect.poll(() => actsOf()[0]?.payload).toMatchObject({ attachments: [{ blobId: 'b1' }, { blobId: 'b2' }] });
});

it('still waits for a file when the person has been in another conversation meanwhile', async () => {
  const { main, isUp } = slow();
  const { type, paste, unmount, Opened, Window, actsOf } = await open(main);
  type('Here is the label');
  paste(png());
  await isUp(1);
  unmount();
  render(<Opened />, { wrapper: Window });
  fireEvent.click(await screen.findByRole('button', { name: /^Send/ }));
  expect(screen.getByText('Adding label.png…')).toBeDefined();
  expect(actsOf()).toEqual([]);
});

it('holds nothing up for a file that could not be added', async () => {
  const { main, ends, isUp } = slow();
  const { stores, type, paste, send, actsOf } = await open(main);
  type('Without it, then');
  paste(png());
  await isUp(1);
  ends[0]?.(err({ code: 'UNSUPPORTED_FILE' }));
  await expect.poll(() => stores.toast.getState().current?.topic).toMatchObject({ kind: 'failed', failure: { code: 'UNSUPPORTED_FILE' } });
  send();
  await expect.poll(() => actsOf()).toMatchObject([{ payload: { attachments: [] } }]);
});

it('holds nothing up for a file that can not be read', async () => {
  const { main } = slow();
  const { stores, type, paste, send, actsOf } = await open(main);
  type('Without it, then');
  paste(Object.assign(png(), { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }));
  await expect.poll(() => stores.toast.getState().current?.topic).toMatchObject({ kind: 'failed' });
  send();
  await expect.poll(() => actsOf().length).toBe(1);
});

it('adds no more files than a message holds, those under way counted', async () => {
  const { main, ends, isUp } = slow();
  const { stores, paste } = await open(main);
  const many = Array.from({ length: 30 }, png);
  paste(...many);
  await expect.poll(() => stores.toast.getState().current?.topic).toMatchObject({ failure: { code: 'TOO_LARGE' } });
  const { adding } = draftOf(stores.composer.getState().drafts, draftKey(CONVERSATION, 'reply'));
  await isUp(adding.length);
  expect(adding.length).toBeLessThan(many.length);
  expect(ends.length).toBe(adding.length);
});
