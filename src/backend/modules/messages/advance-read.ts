import { ok } from '../../../shared/lib/result.ts';
import type { CustomerAct, Handler, StaffAct } from '../../commands/command-handler.ts';
import type { NewEvent } from '../../log/append-request.ts';
import { isHeldBy } from '../conversations/holding.ts';
import type { FindPublicPlace } from './message-repository.ts';

const advanced = (by: 'customer' | 'staff', place: { readonly seq: number; readonly publicSeq: number }): NewEvent => ({
  type: 'read.advanced', payload: { by, upToSeq: place.seq, upToPublicSeq: place.publicSeq }, content: null,
});

/** `read.advance` of staff: only its owner's look counts as the shop's; a mark never goes back. */
export const advanceRead = (findPlace: FindPublicPlace): Handler<StaffAct<'read.advance'>> => ({
  prepare: async (act) => {
    const place = await findPlace(act.conversationId, { seq: act.payload.upToSeq });
    return ok(({ head }) => ok({ events: place && isHeldBy(head, act.principal) && place.seq > head.reads.staff ? [advanced('staff', place)] : [] }));
  },
});

/** `read.advance` of a customer, who knows public numbers only. */
export const advanceCustomerRead = (findPlace: FindPublicPlace): Handler<CustomerAct<'read.advance'>> => ({
  prepare: async (act) => {
    const place = await findPlace(act.principal.conversationId, { publicSeq: act.payload.upToPublicSeq });
    return ok(({ head }) => ok({ events: place && place.seq > head.reads.customer ? [advanced('customer', place)] : [] }));
  },
});
