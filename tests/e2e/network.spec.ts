import { expect } from '@playwright/test';
import { test } from './setup/distant-desk.ts';

/** How long the line stays cut: long enough to be said on the screen; half a minute where nobody waits for the run. */
const CUT_MS = process.env['CI'] === undefined ? 3_000 : 30_000;
const REPLIES = ['first, without a line', 'second, without a line'];

for (const state of ['cut', 'still'] as const) {
  test(`replies written while the line is ${state} are sent once, in order, when it is back`, async ({ distant }) => {
    const { desk: { screen }, line, customer, log, conversationId } = distant;
    line.become(state);
    const cutAt = performance.now();
    for (const text of REPLIES) await screen.send(text);
    // A line that is silent is noticed by the heartbeats that don't come.
    await expect(screen.offlineStrip).toBeVisible({ timeout: 20_000 });
    // Own words stay in sight under the strip that has come.
    await expect(screen.queued(2)).toBeInViewport();
    const { since } = (await screen.state()).connection;
    await expect.poll(() => performance.now() - cutAt, { timeout: CUT_MS + 5_000 }).toBeGreaterThan(CUT_MS);
    expect(await log.replies(conversationId)).toEqual([]);
    // Trying again and again is one cut.
    await expect(screen.offlineStrip).toBeVisible();
    expect((await screen.state()).connection.since).toBe(since);

    line.become('open');
    await expect(screen.offlineStrip).toBeHidden({ timeout: 30_000 });
    await expect(screen.queued(1)).toBeHidden();
    await expect.poll(() => log.replies(conversationId)).toEqual(REPLIES);
    await expect(customer.saying(REPLIES[1] ?? '')).toBeVisible();
    expect((await customer.texts()).slice(-2)).toEqual(REPLIES);
  });
}
