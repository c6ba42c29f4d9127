import { z } from 'zod';
import { actionArgumentsSchema, actionKindSchema } from '../action.ts';
import { idSchema, moneySchema } from '../basics.ts';
import { publicEvent, staffEvent } from './define.ts';

const about = { actionId: idSchema, kind: actionKindSchema, orderNumber: z.string() };
const amount = moneySchema.nullable();

/**
 * The order's ledger. `submitted` is committed before the shop is called; `executed`, `failed` or `unconfirmed` says what
 * came of it. Arguments may hold an address, so they are content.
 */
export const actionEvents = {
  'action.proposed': staffEvent({ payload: z.object({ ...about, orderVersion: z.string(), amount }), content: z.object({ arguments: actionArgumentsSchema }) }),
  'action.approved': staffEvent({ payload: z.object(about) }),
  'action.declined': staffEvent({ payload: z.object({ ...about, reason: z.string() }) }),
  'action.submitted': staffEvent({ payload: z.object({ ...about, orderVersion: z.string(), amount }), content: z.object({ arguments: actionArgumentsSchema }) }),
  'action.executed': publicEvent({
    payload: z.object({ ...about, amount, receiptNumber: z.string(), orderVersion: z.string() }),
    publicFields: ['kind', 'orderNumber', 'amount', 'receiptNumber'],
  }),
  'action.unconfirmed': staffEvent({ payload: z.object(about) }),
  'action.failed': staffEvent({ payload: z.object({ ...about, code: z.string() }) }),
};
