import type { Page } from '@playwright/test';

/** Instants of numbered messages, epoch milliseconds. */
export type Noted = ReadonlyMap<number, number>;

declare global {
  interface Window {
    /** What the page has noted of the messages under measurement. */
    measured: { readonly arrived: Map<number, number>; readonly painted: Map<number, number> };
  }
}

/** Every measured text begins with this word and its number. */
export const WORD = 'measured';

/** The number of a measured text, or null. */
export function numberOf(text: string): number | null {
  const found = new RegExp(`${WORD} (\\d+)`).exec(text)?.[1];
  return found === undefined ? null : Number(found);
}

/** Runs in the page: notes when a message comes over the bridge, and when the frame after its coming into the transcript is drawn. */
function watch({ word, conversationId }: { readonly word: string; readonly conversationId: string }): void {
  const measured = { arrived: new Map<number, number>(), painted: new Map<number, number>() };
  window.measured = measured;
  const noteIn = (times: Map<number, number>, text: string): void => {
    const number = Number(new RegExp(`${word} (\\d+)`).exec(text)?.[1] ?? Number.NaN);
    if (!Number.isNaN(number) && !times.has(number)) times.set(number, Date.now());
  };
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', ({ data }: MessageEvent<string>) => noteIn(measured.painted, data));
  port1.start();
  window.baton.subscribe('session', { conversationId }, (message) => {
    if (message.kind === 'events') for (const event of message.events) noteIn(measured.arrived, JSON.stringify(event.content));
  });
  const transcript = document.querySelector('[role="log"]');
  if (!transcript) throw new Error('there is no transcript');
  new MutationObserver((changes) => {
    for (const { addedNodes, target } of changes) for (const { textContent } of [...addedNodes, target]) requestAnimationFrame(() => port2.postMessage(textContent ?? ''));
  }).observe(transcript, { childList: true, subtree: true, characterData: true });
}

/** Begins to note, in the page, when each numbered message of a conversation arrives and is drawn. */
export const watchTranscript = (page: Page, conversationId: string): Promise<void> => page.evaluate(watch, { word: WORD, conversationId });

/** What was noted, once all messages are drawn. */
export async function notedTimes(page: Page, messages: number): Promise<{ readonly arrived: Noted; readonly painted: Noted }> {
  await page.waitForFunction((all) => window.measured.painted.size === all, messages);
  const { arrived, painted } = await page.evaluate(() => ({ arrived: [...window.measured.arrived], painted: [...window.measured.painted] }));
  return { arrived: new Map(arrived), painted: new Map(painted) };
}
