import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { v7 } from 'uuid';
import { err, ok, type Result } from '../../../src/shared/lib/result.ts';
import type { Failure } from '../../../src/shared/contracts/errors.ts';
import type { Decide, StaffHandlers } from '../../../src/backend/commands/command-handler.ts';
import { createDispatch, type Dispatch } from '../../../src/backend/commands/dispatch.ts';
import { ShopUnavailable } from '../../../src/backend/integrations/shop/shop-port.ts';
import { createFindPublicPlace } from '../../../src/backend/modules/messages/message-repository.ts';
import { createPolicy } from '../../../src/backend/policy/policy.ts';
import type { StaffPrincipal } from '../../../src/backend/principal.ts';
import { frame } from './line-under-test.ts';
import { AGENT, createLogUnderTest, posting, type LogUnderTest } from './log-under-test.ts';
import { databaseKinds, type TemporaryDatabase } from './test-databases.ts';

const posted: Decide = () => ok({ events: [{ type: 'note.posted', payload: {}, content: { text: 'a note' } }] });

describe.each(databaseKinds)('an act on a conversation of another shop on $kind', ({ open }) => {
  let temporary: TemporaryDatabase;
  let log: LogUnderTest;
  let dispatch: Dispatch;
  let stranger: StaffPrincipal;
  let own: StaffPrincipal;
  beforeEach(async () => {
    temporary = await open();
    log = await createLogUnderTest(temporary.database);
    const shopId = (await log.reader.conversation(log.conversationId))?.head.shopId ?? '';
    own = { kind: 'staff', accountId: AGENT.id, sessionId: v7(), role: 'agent', shopIds: [shopId] };
    stranger = { ...own, shopIds: [await log.addShop()] };
    const replied: Decide = () => ok({ events: [{ type: 'message.posted', payload: { language: 'en' }, content: { text: 'a reply', attachments: [], buttons: [] } }] });
    const policy = createPolicy([{ commands: { 'message.post': ['agent'], 'note.post': ['agent'] } }], 'staff');
    const handlers: StaffHandlers = { 'message.post': { prepare: async () => ok(replied) }, 'note.post': { prepare: async () => ok(posted) } };
    dispatch = createDispatch({ append: log.append, policy, handlers, customerHandlers: {}, findPlace: createFindPublicPlace(temporary.database.work) });
    await log.append(posting(log.conversationId, 'a secret of this shop'));
  });
  afterEach(() => temporary.close());

  const reply = () => ({ ...frame('message.post', log.conversationId, { text: 'a reply', attachments: [] }), seenSeq: 0 });
  const notThere = err({ code: 'NOT_FOUND' });

  it('is not told what it has not seen there', async () => {
    expect(await dispatch.staff(stranger, reply())).toEqual(notThere);
    expect(await dispatch.staff(own, reply())).toMatchObject({ ok: false, error: { code: 'STALE', details: { events: [{ content: { text: 'a secret of this shop' } }] } } });
  });

  it('finds nothing there, not even by an id that has been used elsewhere', async () => {
    const act = frame('note.post', await log.newConversation(), { text: 'a note' });
    expect(await dispatch.staff(own, act)).toMatchObject({ ok: true });
    expect(await dispatch.staff(stranger, { ...act, conversationId: log.conversationId })).toEqual(notThere);
    expect(await dispatch.staff(stranger, { ...act, conversationId: v7() })).toEqual(notThere);
    expect(await dispatch.staff(own, { ...act, conversationId: log.conversationId })).toEqual(err({ code: 'IDEMPOTENCY_MISMATCH' }));
  });

  it('that was done while the shop was theirs has its first answer', async () => {
    const act = frame('note.post', log.conversationId, { text: 'a note' });
    const first = await dispatch.staff(own, act);
    expect(first.ok).toBe(true);
    expect(await dispatch.staff(stranger, act)).toEqual(first);
  });
});

describe.each(databaseKinds)('an act that comes once more on $kind', ({ open }) => {
  let temporary: TemporaryDatabase;
  let log: LogUnderTest;
  let principal: StaffPrincipal;
  beforeEach(async () => {
    temporary = await open();
    log = await createLogUnderTest(temporary.database);
    const shopId = (await log.reader.conversation(log.conversationId))?.head.shopId ?? '';
    principal = { kind: 'staff', accountId: AGENT.id, sessionId: v7(), role: 'agent', shopIds: [shopId] };
  });
  afterEach(() => temporary.close());

  const dispatchBy = (prepare: () => Promise<Result<Decide, Failure>>): Dispatch =>
    createDispatch({
      append: log.append, policy: createPolicy([{ commands: { 'note.post': ['agent'] } }], 'staff'), handlers: { 'note.post': { prepare } }, customerHandlers: {},
      findPlace: createFindPublicPlace(temporary.database.work),
    });
  const note = () => frame('note.post', log.conversationId, { text: 'a note' });

  it('has its first answer, though the way to a decision is broken by now', async () => {
    let isAway = false;
    const dispatch = dispatchBy(async () => {
      if (isAway) throw new ShopUnavailable('away');
      return ok(posted);
    });
    const act = note();
    const first = await dispatch.staff(principal, act);
    expect(first.ok).toBe(true);
    isAway = true;
    expect(await dispatch.staff(principal, act)).toEqual(first);
    expect(await dispatch.staff(principal, note())).toEqual(err({ code: 'SHOP_UNAVAILABLE' }));
  });

  it('has its first answer behind a bug, which is answered and logged as one for an act that is new', async () => {
    let isBroken = false;
    const dispatch = dispatchBy(async () => {
      if (isBroken) throw new TypeError('a bug');
      return ok(posted);
    });
    const act = note();
    const first = await dispatch.staff(principal, act);
    isBroken = true;
    expect(await dispatch.staff(principal, act)).toEqual(first);
    expect(log.errors).toEqual([]);
    expect(await dispatch.staff(principal, note())).toEqual(err({ code: 'INTERNAL' }));
    expect(log.errors).toHaveLength(1);
  });

  it('waits for the first, and is not refused beside it', async () => {
    const gate = Promise.withResolvers<void>();
    let isFirst = true;
    const dispatch = dispatchBy(async () => {
      if (!isFirst) return err({ code: 'SHOP_UNAVAILABLE' });
      isFirst = false;
      await gate.promise;
      return ok(posted);
    });
    const act = note();
    const answers = [dispatch.staff(principal, act), dispatch.staff(principal, act)];
    gate.resolve();
    const [first, second] = await Promise.all(answers);
    expect(first?.ok).toBe(true);
    expect(second).toEqual(first);
  });
});
