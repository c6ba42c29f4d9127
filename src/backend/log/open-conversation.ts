import type { Channel, Id, Language } from '../../shared/contracts/basics.ts';
import { initialHead } from '../../shared/domain/reducers/initial-head.ts';
import type { Clock, NewId } from '../clock.ts';
import type { UnitOfWork } from '../db/unit-of-work.ts';

/** A customer's one thread with a shop on a channel. */
export type Thread = { readonly shopId: Id; readonly customerId: Id; readonly channel: Channel; readonly language: Language };

/**
 * Finds the customer's conversation or opens it with an empty log; the same for everybody who asks at once. A customer is of one shop:
 * who asks for another's has not looked, and that throws.
 */
export function createOpenConversation(deps: { readonly work: UnitOfWork; readonly clock: Clock; readonly newId: NewId }) {
  const find = async ({ shopId, customerId, channel }: Thread): Promise<Id | null> => {
    const row = await deps.work.read((db) =>
      db.selectFrom('conversations').select('id').where('customer_id', '=', customerId).where('channel', '=', channel).where('shop_id', '=', shopId).executeTakeFirst(),
    );
    return row?.id ?? null;
  };
  const insert = async (thread: Thread): Promise<void> => {
    const conversationId = deps.newId();
    const head = initialHead({ conversationId, shopId: thread.shopId, customerId: thread.customerId, language: thread.language });
    await deps.work.write((db) =>
      db
        .insertInto('conversations')
        .values({
          id: conversationId, shop_id: thread.shopId, customer_id: thread.customerId, channel: thread.channel, created_at: deps.clock(), seq: 0,
          status: 'none', holder_kind: 'none', holder_id: null, queue_id: null, waiting_since: null, snoozed_until: null, order_number: null,
          last_at: 0, last_position: 0, head_json: JSON.stringify(head),
        })
        .onConflict((conflict) => conflict.columns(['customer_id', 'channel']).doNothing())
        .execute(),
    );
  };
  return async (thread: Thread): Promise<Id> => {
    const known = await find(thread);
    if (known !== null) return known;
    await insert(thread);
    const opened = await find(thread);
    if (opened === null) throw new Error('a conversation that was opened is not there');
    return opened;
  };
}
export type OpenConversation = ReturnType<typeof createOpenConversation>;
