import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { DeskScreen } from '../../e2e/setup/desk-screen.ts';
import provideElectron from '../../e2e/setup/global-setup.ts';
import { launchDesk } from '../../e2e/setup/launch-desk.ts';
import { arriveAsCustomer, connect, listenAsColleague, type Customer } from './demo-line.ts';
import { percentile } from './median-interval.ts';
import { table } from './table.ts';
import { showLoad, watchLoad } from './watch-load.ts';
import { notedTimes, numberOf, watchTranscript, WORD, type Noted } from './watch-transcript.ts';

export type ScreenOptions = { readonly echoPort: number; readonly messages: number };

/** Milliseconds of each message. */
export type ScreenTimes = { readonly toSocket: readonly number[]; readonly toWindow: readonly number[]; readonly toScreen: readonly number[]; readonly echo: readonly number[] };

type Scene = { readonly page: Page; readonly customer: Customer; /** When a colleague's bare socket heard each message. */ readonly heard: Noted };

/** A customer may say two things a second in the long run. */
const PACE_MS = 520;
const BUDGET_MS = 50;

/** Message after message, each beside a round trip of the bare echo, so that both meet the same moments of the machine. */
async function collect({ page, customer, heard }: Scene, { echoPort, messages }: ScreenOptions): Promise<ScreenTimes> {
  const socket = await connect(`http://127.0.0.1:${echoPort}`, {});
  const said: number[] = [];
  const echo: number[] = [];
  for (let number = 0; number < messages; number += 1) {
    await pause(PACE_MS);
    const start = performance.now();
    await socket.emitWithAck('echo', { text: WORD });
    echo.push(performance.now() - start);
    // One wall clock for all processes of the machine; its grain is a millisecond.
    said.push(Date.now());
    await customer.say(`${WORD} ${number} - where is my parcel?`);
  }
  const { arrived, painted } = await notedTimes(page, messages);
  socket.disconnect();
  const since = (times: Noted) => said.map((at, number) => (times.get(number) ?? Number.NaN) - at);
  return { toSocket: since(heard), toWindow: since(arrived), toScreen: since(painted), echo };
}

function print({ toSocket, toWindow, toScreen, echo }: ScreenTimes): void {
  const row = (name: string, values: readonly number[]): string[] => [name, ...[0.5, 0.95, 1].map((share) => percentile(values, share).toFixed(1))];
  const over = percentile(toScreen, 0.95) - percentile(echo, 0.95);
  console.log(`screen: ${toScreen.length} customer messages into an open conversation of the built application, every reaction on\n`);
  const rows = [row('from sending to a bare staff socket', toSocket), row('... to the desk\'s window', toWindow), row('... to the screen', toScreen), row('bare echo, there and back', echo)];
  console.log(table(['', 'p50 ms', 'p95 ms', 'most ms'], rows));
  console.log(`\nscreen: p95 ${over.toFixed(0)} ms over the echo's; budget ${BUDGET_MS} ms: ${over <= BUDGET_MS ? 'met' : 'missed'}`);
}

/** Opens the demo at the built application, asks for a person as a customer, and opens the conversation on the screen. */
async function playOn(page: Page, options: ScreenOptions): Promise<ScreenTimes> {
  const screen = new DeskScreen(page, 'en');
  await screen.painted();
  await screen.set({ language: 'en', theme: 'light' });
  const address = new URL(await screen.signInDemo()).origin;
  const customer = await arriveAsCustomer(address);
  await customer.say('I want to talk to a person, please.');
  await screen.open(customer.name);
  await screen.reply.waitFor();
  const heard = new Map<number, number>();
  const onText = (text: string): void => {
    const number = numberOf(text);
    if (number !== null && !heard.has(number)) heard.set(number, Date.now());
  };
  // Only now: before, the conversation might have been given to the colleague.
  const leave = await listenAsColleague({ address, login: 'zhou.yu', conversationId: customer.conversationId, onText });
  await watchTranscript(page, customer.conversationId);
  const { value: times, own } = await watchLoad(() => collect({ page, customer, heard }, options));
  print(times);
  console.log(`screen: the load, which also listens and drives the page: ${showLoad(own)}`);
  leave();
  customer.leave();
  return times;
}

/** A customer writes to an agent at the built application, with its own embedded backend; prints how long a text takes. */
export async function measureScreen(options: ScreenOptions): Promise<ScreenTimes> {
  const removeRun = provideElectron();
  const { app, page } = await launchDesk();
  try {
    return await playOn(page, options);
  } finally {
    await app.close();
    removeRun();
  }
}
