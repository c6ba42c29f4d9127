import type { Id, Language } from '../../../shared/contracts/basics.ts';
import type { ActionArguments } from '../../../shared/contracts/action.ts';
import type { Button } from '../../../shared/contracts/message.ts';
import type { Source } from '../../../shared/contracts/assist.ts';
import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { Turn } from '../../bot/turn.ts';
import type { NewEvent } from '../../log/append-request.ts';

export type TurnPlace = {
  /** Id and seq of the bot's message. */
  readonly messageId: Id;
  readonly messageSeq: number;
  readonly answersSeq: number;
  readonly language: Language;
  readonly milliseconds: number;
};

/** What the bot submits in the customer's name after their yes. */
export type BotAct = { readonly actionId: Id; readonly orderVersion: string; readonly arguments: ActionArguments };

const say = (place: TurnPlace, text: string, buttons: readonly Button[]): NewEvent => ({
  type: 'message.posted', id: place.messageId, payload: { language: place.language }, content: { text, attachments: [], buttons: [...buttons] },
});

const trace = (place: TurnPlace, sources: readonly Source[]) => ({
  messageId: place.messageId, messageSeq: place.messageSeq, answersSeq: place.answersSeq, sources: [...sources], milliseconds: place.milliseconds,
});

function submit(turn: Extract<Turn, { kind: 'act' }>, act: BotAct): NewEvent {
  const { actionId, orderVersion } = act;
  return {
    type: 'action.submitted',
    payload: { actionId, kind: turn.action, orderNumber: turn.orderNumber, orderVersion, amount: null },
    content: { arguments: act.arguments },
  };
}

/** The events of a turn that stays with the bot: its message first, then the trace that explains it. */
export function turnEvents(turn: Exclude<Turn, { kind: 'hand-off' }>, place: TurnPlace, act: BotAct | null): NewEvent[] {
  switch (turn.kind) {
    case 'answer': return [say(place, turn.text, turn.buttons), { type: 'bot.answered', payload: trace(place, turn.sources), content: null }];
    case 'clarify':
      return [say(place, turn.text, turn.buttons), { type: 'bot.clarified', payload: { ...trace(place, []), between: [...turn.between], slot: turn.slot }, content: null }];
    case 'propose':
      return [say(place, turn.text, turn.buttons), { type: 'bot.acted', payload: { ...trace(place, turn.sources), action: turn.action, step: 'proposed', orderNumber: turn.order.number }, content: null }];
    case 'act':
      return [
        say(place, turn.text, []),
        { type: 'bot.acted', payload: { ...trace(place, turn.sources), action: turn.action, step: 'done', orderNumber: turn.orderNumber }, content: null },
        ...(act ? [submit(turn, act)] : []),
      ];
    case 'drop':
      return [say(place, turn.text, []), { type: 'bot.acted', payload: { ...trace(place, []), action: turn.action, step: 'dropped', orderNumber: turn.orderNumber }, content: null }];
    default: return assertNever(turn);
  }
}
