import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DemoShop } from '../../../src/backend/integrations/shop/demo/demo-shop.ts';
import { demoId } from '../../../src/backend/integrations/shop/demo/demo-id.ts';
import { ShopUnavailable } from '../../../src/backend/integrations/shop/shop-port.ts';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { err } from '../../../src/shared/lib/result.ts';
import { startBackend, type BackendUnderTest } from './backend-under-test.ts';
import { openPage, say, type Line } from './line-under-test.ts';

/** How the line to the shop is: an act may not get there, or its answer may be lost, or the shop may say no to it. */
type ShopLine = 'fair' | 'unheard' | 'unanswered' | 'refuses';

const CUSTOMER = 'chen-xiaoman';

describe("the bot's act on an order", () => {
  let backend: BackendUnderTest;
  let page: Line;
  let visit: Awaited<ReturnType<BackendUnderTest['startVisit']>>;
  let line: ShopLine;
  let executed: string[];
  let followed: Set<string>;

  const overLine = (shop: DemoShop): DemoShop => ({
    ...shop,
    execute: async (act) => {
      if (line === 'unheard') throw new ShopUnavailable('not heard');
      if (line === 'refuses') return err({ code: 'STALE_ORDER' });
      executed.push(act.actionId);
      const answer = await shop.execute(act);
      if (line === 'unanswered') throw new ShopUnavailable('not answered');
      return answer;
    },
  });

  beforeEach(async () => {
    [line, executed, followed] = ['fair', [], new Set()];
    // Asleep: what follows is followed by the test, in the order that it says.
    backend = await startBackend({ isRunning: false, overLine });
    visit = await backend.startVisit({ as: CUSTOMER });
    page = await openPage(backend.url, visit.token);
  });
  afterEach(async () => {
    page.close();
    await backend.stop();
    if (backend.errors.length > 0) throw new AggregateError(backend.errors, 'errors were logged');
  });

  const events = (): Promise<LogEvent[]> => backend.app.services.reader.eventsAfter(visit.conversationId, 0, 1_000);
  const types = async () => (await events()).map(({ type }) => type);
  const headNow = async () => (await backend.app.services.reader.conversation(visit.conversationId))?.head;

  /** Lets one reaction follow what it has not followed yet. */
  const follow = async (name: string): Promise<void> => {
    const reaction = backend.app.assembly.reactions.find((candidate) => candidate.name === name);
    for (const event of await events()) {
      const mark = `${name} ${event.id}`;
      if (followed.has(mark) || !reaction?.types.some((type) => type === event.type)) continue;
      followed.add(mark);
      await reaction.handle(event);
    }
  };
  const saying = async (text: string): Promise<void> => {
    await page.ask('command', say(text));
    await follow('understanding');
    await follow('bot');
  };
  const proposals = async () => (await events()).filter(({ type, payload }) => type === 'bot.acted' && payload['step'] === 'proposed');
  const press = async (messageId: string): Promise<void> => {
    await page.ask('command', { id: v7(), type: 'message.post', payload: { text: '好的', attachments: [], choice: { messageId, buttonId: 'confirm-yes' } } });
    await follow('understanding');
    await follow('bot');
  };

  /** An order of theirs that may be sent back, and is not so dear that a person is asked at once. */
  const returnable = async (): Promise<string> => {
    const { shop } = backend.app.services;
    for (const order of await shop.listOrders(demoId('customer', CUSTOMER))) {
      const offers = await shop.listActions(order);
      if (order.paid.amount < 100_000 && offers.some(({ kind, enabled }) => kind === 'return' && enabled)) return order.number;
    }
    throw new Error('the demo has no order to send back');
  };

  /** The customer has said yes to the bot's proposal, and the shop has been asked, over the line as it is. */
  const submitted = async (): Promise<void> => {
    await saying(`${await returnable()} 我要退货`);
    const [proposal] = await proposals();
    await press(String(proposal?.payload['messageId']));
    expect(await types()).toContain('action.submitted');
    await follow('actions');
  };

  const confirmations = () => backend.app.services.database.work.read((db) => db.selectFrom('due').selectAll().where('kind', '=', 'action.confirm').execute());
  /** The promise to ask again is kept. */
  const askAgain = async (): Promise<void> => {
    const [job] = await confirmations();
    const handler = backend.app.assembly.due.find(({ kind }) => kind === 'action.confirm');
    if (!job || !handler) throw new Error('nobody will ask the shop again');
    await handler.run({ id: job.id, kind: job.kind, dedupKey: job.dedup_key, runAt: job.run_at, conversationId: job.conversation_id, payload: JSON.parse(job.payload_json) as Record<string, string>, attempts: 1 });
  };

  it('is not done by the button of an older proposal, nor by an "ok" to what was answered since', async () => {
    const number = await returnable();
    await saying(`${number} 我要退货`);
    const [first] = await proposals();
    await saying('算了，不退了');
    await saying(`${number} 我要退货`);
    expect(await proposals()).toHaveLength(2);
    await press(String(first?.payload['messageId']));
    await saying('你们几点上班');
    await saying('好的');
    expect(await types()).not.toContain('action.submitted');
    await press(String((await proposals())[1]?.payload['messageId']));
    expect(await types()).toContain('action.submitted');
  });

  it('is asked about again when the answer of the shop was lost', async () => {
    line = 'unanswered';
    await submitted();
    expect(await types()).toContain('action.unconfirmed');
    line = 'fair';
    await askAgain();
    expect((await types()).filter((type) => type === 'action.executed')).toHaveLength(1);
    expect(new Set(executed).size).toBe(1);
    expect(await confirmations()).toEqual([]);
  });

  it('leaves no promise behind when the shop has answered at once', async () => {
    await submitted();
    expect(await types()).toContain('action.executed');
    expect(await confirmations()).toEqual([]);
  });

  it('that fails long after it was promised hands over, though the customer has written something that nobody has read yet', async () => {
    line = 'unheard';
    await submitted();
    await page.ask('command', say('那运费谁出'));
    line = 'refuses';
    await askAgain();
    await follow('bot');
    expect((await headNow())?.holder.kind).toBe('queue');
    await follow('understanding');
    followed.clear();
    await follow('bot');
    const after = await types();
    expect(after.filter((type) => type === 'handoff.requested')).toHaveLength(1);
    expect((await events()).findLast(({ actor }) => actor.kind === 'bot')?.type).toBe('handoff.requested');
  });

  it('that fails while a person has the conversation changes nothing of who has it', async () => {
    line = 'unheard';
    await submitted();
    await saying('我要转人工');
    line = 'refuses';
    await askAgain();
    await follow('bot');
    expect((await types()).filter((type) => type === 'handoff.requested')).toHaveLength(1);
  });
});
