import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBackend, type BackendUnderTest } from './backend-under-test.ts';
import { frame, openDesk, openPage, say, type Line } from './line-under-test.ts';

/** Paid 3 046.00, which is above the limit of the demo's leads and below its administrator's. */
const ORDER = 'B2048-7820';
const BUYER = 'lu-xingzhi';

describe('the approval of what is above a limit', () => {
  let backend: BackendUnderTest;
  const lines: Line[] = [];
  beforeEach(async () => {
    backend = await startBackend({ isRunning: false });
  });
  afterEach(async () => {
    for (const line of lines.splice(0)) line.close();
    await backend.stop();
  });

  const desk = async (login: string): Promise<Line> => {
    const line = await openDesk(backend.url, (await backend.signIn(login)).accessToken);
    lines.push(line);
    return line;
  };

  /** A lead asks for everything back, which is above their own limit, too. */
  async function propose(): Promise<{ decide: (login: string, verdict: 'approved' | 'declined') => Promise<unknown> }> {
    const { token, conversationId } = await backend.startVisit({ as: BUYER });
    const customer = await openPage(backend.url, token);
    lines.push(customer);
    await customer.ask('command', say('all of it is broken'));
    const order = await backend.app.services.shop.getOrder(ORDER);
    const proposal = frame('action.execute', conversationId, { kind: 'refund', orderNumber: ORDER, orderVersion: order?.version ?? '', arguments: { reason: 'damaged' } });
    expect(await (await desk('ava.stone')).ask('command', proposal)).toMatchObject({ ok: true });
    return { decide: async (login, verdict) => (await desk(login)).ask('command', frame('action.decide', conversationId, { actionId: proposal.id, verdict, reason: '' })) };
  }

  it('is refused to who may not move as much, and left to somebody who may', async () => {
    const { decide } = await propose();
    expect(await decide('he.wen', 'approved')).toMatchObject({ ok: false, error: { code: 'OVER_LIMIT', details: { limit: { amount: 300_000 } } } });
    expect(await decide('admin', 'approved')).toMatchObject({ ok: true });
  });

  it('takes no limit to be declined', async () => {
    const { decide } = await propose();
    expect(await decide('he.wen', 'declined')).toMatchObject({ ok: true });
  });

  it('stays refused to the proposer, whatever their limit', async () => {
    const { decide } = await propose();
    expect(await decide('ava.stone', 'approved')).toMatchObject({ ok: false, error: { code: 'APPROVER_IS_PROPOSER' } });
  });
});
