import { actionKindSchema, type ActionKind } from '../../../../../src/shared/contracts/action.ts';
import type { Money } from '../../../../../src/shared/contracts/basics.ts';
import type { ActionEvent, ActionEventType } from '../../../../../src/shared/domain/action-record.ts';
import type { Move } from '../move.ts';
import type { Writers } from '../writer.ts';
import { freshId, pickFrom, STAFF, SYSTEM, type World } from '../world.ts';

type About = { actionId: string; kind: ActionKind; orderNumber: string };

const actorOf = ({ pick }: Move) => pickFrom(STAFF, pick) ?? SYSTEM;
const amountOf = ({ other, yes }: Move): Money | null => (yes ? { amount: other, currency: 'CNY' } : null);
const newAction = (world: World, { pick, other }: Move): About => ({ actionId: freshId(world), kind: pickFrom(actionKindSchema.options, pick) ?? 'refund', orderNumber: `N${other % 3}` });

/** An action that has come to one of these points. */
function actionAt(world: World, { pick }: Move, stages: readonly ActionEvent['type'][]): About | null {
  const action = pickFrom([...world.actions.values()].filter(({ stage }) => stages.includes(stage)), pick);
  return action ? { actionId: action.actionId, kind: action.kind, orderNumber: action.orderNumber } : null;
}

const inTheShop = ['action.submitted', 'action.unconfirmed'] as const;

export const actionWriters: Writers<ActionEventType> = {
  'action.proposed': (world, move) => ({
    actor: actorOf(move), payload: { ...newAction(world, move), orderVersion: 'v1', amount: amountOf(move) }, content: { arguments: { reason: move.words } },
  }),
  'action.approved': (world, move) => {
    const payload = actionAt(world, move, ['action.proposed']);
    return payload && { actor: actorOf(move), payload };
  },
  'action.declined': (world, move) => {
    const about = actionAt(world, move, ['action.proposed']);
    return about && { actor: actorOf(move), payload: { ...about, reason: 'policy' } };
  },
  'action.submitted': (world, move) => {
    const about = (move.yes ? actionAt(world, move, ['action.approved']) : null) ?? newAction(world, move);
    return { actor: actorOf(move), payload: { ...about, orderVersion: 'v1', amount: amountOf(move) }, content: { arguments: { reason: move.words } } };
  },
  'action.executed': (world, move) => {
    const about = actionAt(world, move, inTheShop);
    return about && { actor: SYSTEM, payload: { ...about, amount: amountOf(move), receiptNumber: `R${move.pick}`, orderVersion: 'v2' } };
  },
  'action.unconfirmed': (world, move) => {
    const payload = actionAt(world, move, ['action.submitted']);
    return payload && { actor: SYSTEM, payload };
  },
  'action.failed': (world, move) => {
    const about = actionAt(world, move, inTheShop);
    return about && { actor: SYSTEM, payload: { ...about, code: 'SHOP_UNAVAILABLE' } };
  },
};
