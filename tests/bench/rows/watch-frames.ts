import type { Page } from '@playwright/test';

/** Times between frames, in milliseconds, while something is done to the page. */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<readonly number[]> {
  const frames = await page.evaluateHandle(() => {
    const times: number[] = [];
    const note = (now: number): void => {
      times.push(now);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
    return times;
  });
  await act();
  const times = await frames.jsonValue();
  return times.slice(1).map((time, index) => time - (times[index] ?? time));
}

/** Turns the wheel at a place of the window, as a hand that looks for something does. */
export async function turnWheel(page: Page, place: { readonly x: number; readonly y: number; readonly by: number }): Promise<void> {
  const TURNS = 60;
  await page.mouse.move(place.x, place.y);
  for (let turn = 0; turn < TURNS; turn += 1) {
    await page.mouse.wheel(0, place.by);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
}

/** Milliseconds from a key press to the frame after it. */
export async function keyToFrame(page: Page, key: string): Promise<number> {
  const pressed = await page.evaluateHandle(() => ({
    took: new Promise<number>((resolve) => {
      const onKey = (): void => {
        const start = performance.now();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
      };
      addEventListener('keydown', onKey, { once: true, capture: true });
    }),
  }));
  await page.keyboard.press(key);
  return pressed.evaluate(({ took }) => took);
}
