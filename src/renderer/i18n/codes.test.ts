import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../shared/contracts/errors.ts';
import { flagKindSchema, packetPartSchema, packetReasonSchema, phraseRuleSchema, suggestionPartSchema } from '../../shared/contracts/assist.ts';
import { actionKindSchema, actionStateSchema } from '../../shared/contracts/action.ts';
import { dispositionSchema } from '../../shared/contracts/events/episode.ts';
import { orderStateSchema, orderStepSchema } from '../../shared/contracts/order.ts';
import { prioritySchema, ticketCategorySchema, ticketKindSchema, ticketStateSchema } from '../../shared/contracts/ticket.ts';
import { commandIds } from '../stores/commands.ts';
import { resources } from './resources.ts';

type Tree = { readonly [key: string]: string | Tree };

/** The paths of all sentences. */
function sentences(tree: Tree, prefix = ''): Set<string> {
  return new Set(Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [`${prefix}${key}`] : [...sentences(value, `${prefix}${key}.`)])));
}

const known = sentences(resources.en);

const families = {
  error: errorCodes,
  flag: flagKindSchema.options,
  packetReason: packetReasonSchema.options,
  packetPart: packetPartSchema.options,
  phraseRule: phraseRuleSchema.options,
  suggestionPart: suggestionPartSchema.options,
  actionState: actionStateSchema.options,
  disposition: dispositionSchema.options,
  orderState: orderStateSchema.options,
  orderStep: orderStepSchema.shape.code.options,
  ticketState: ticketStateSchema.options,
  ticketKind: ticketKindSchema.options,
  category: ticketCategorySchema.options,
  priority: prioritySchema.options,
} as const;

describe('closed lists of codes', () => {
  it.each(Object.entries(families))('have words for every %s', (family, codes) => {
    expect(codes.filter((code) => !known.has(`codes.${family}.${code}`))).toEqual([]);
  });

  it('name every command and every action', () => {
    expect(commandIds.filter((id) => !known.has(`palette.command.${id}`))).toEqual([]);
    expect(actionKindSchema.options.filter((kind) => !known.has(`actions.${kind}.title`))).toEqual([]);
  });
});
