import { assertNever } from '../shared/lib/assert-never.ts';
import type { Button } from '../shared/contracts/message.ts';
import type { Act, End, Goal, Manners, Memory, Role, Step, Stimulus, Words } from './goal.ts';
import { mannersIn } from './manners.ts';

/** Nobody talks for longer than this: a goal ends, whatever the other side does. */
const LONGEST_TALK = 16;
/** Turns with a person after which a customer sees that it is in good hands. */
const ENOUGH_OF_A_PERSON = 2;

/** How often somebody who waits for a person sends their photo unasked. */
const PHOTO_WHILE_WAITING = 0.6;

/** The moment a decision is made in. `chance` is 0..1 and decides everything that is left to chance. */
export type Moment = { readonly goal: Goal; readonly role: Role; readonly memory: Memory; readonly chance: number };

/** One of `list`, by chance. */
export function pick<T>(list: readonly [T, ...T[]] | readonly T[], chance: number): T {
  const picked = list[Math.min(list.length - 1, Math.floor(chance * list.length))];
  if (picked === undefined) throw new Error('nothing to choose from');
  return picked;
}

const fill = (text: string, role: Role): string => text.replaceAll('{order}', role.orderNumber ?? '').replaceAll('{product}', role.product);

export function wordsOf({ goal, role }: Pick<Moment, 'goal' | 'role'>): Words {
  const words = goal.says[role.language];
  if (!words) throw new Error(`${goal.name} has no words in ${role.language}`);
  return words;
}

/** The lines a goal begins with. */
export const openingOf = (moment: Pick<Moment, 'goal' | 'role' | 'chance'>): readonly string[] => pick(wordsOf(moment).openings, moment.chance).map((line) => fill(line, moment.role));

/** What somebody who comes back another day begins with. */
export const returningOf = ({ role, chance }: Pick<Moment, 'role' | 'chance'>): readonly string[] => [fill(pick(mannersIn[role.language].comesBack, chance), role)];

/** A line they have not said yet, as long as there is one. */
function say({ role, memory, chance }: Moment, lines: readonly string[]): Act {
  const all = lines.map((line) => fill(line, role));
  const fresh = all.filter((line) => !memory.said.includes(line));
  return { kind: 'say', text: pick(fresh.length > 0 ? fresh : all, chance) };
}

const manner = (moment: Moment, name: keyof Manners): Act => say(moment, mannersIn[moment.role.language][name]);
const step = (acts: readonly Act[], memory: Memory, end: End | null = null): Step => ({ acts, memory, end });
const press = ({ memory }: Moment, button: Button): Step => step([{ kind: 'press', button }], memory);

/** The matter is settled: how they go is their temper. */
const settle = (moment: Moment, name: 'satisfied' | 'thanks'): Step =>
  moment.goal.temper.ending === 'silent' ? step([], moment.memory, 'silent') : step([manner(moment, name)], moment.memory, 'satisfied');

/** The matter is still open: say it again in other words, or ask for somebody who can. */
function insist(moment: Moment): Step {
  const memory = { ...moment.memory, open: moment.memory.open + 1 };
  if (memory.open <= moment.goal.temper.botPatience) return step([say(moment, wordsOf(moment).insists)], memory);
  return step([manner(moment, 'wantsPerson')], { ...memory, hasAskedForPerson: true });
}

function giveOrder(moment: Moment): Step {
  return step([manner(moment, moment.role.orderNumber === null ? 'noOrder' : 'order')], moment.memory);
}

function chooseOrder(moment: Moment, buttons: readonly Button[]): Step {
  const mine = buttons.find(({ id }) => id === `order:${moment.role.orderNumber}`);
  return mine ? press(moment, mine) : giveOrder(moment);
}

function chooseTopic(moment: Moment, buttons: readonly Button[]): Step {
  const [first] = buttons;
  const mine = buttons.find(({ id }) => moment.goal.intents.some((intent) => id === `intent:${intent}`)) ?? first;
  return mine ? press(moment, mine) : insist(moment);
}

function sendPhoto(moment: Moment): Step {
  const { goal, memory, role, chance } = moment;
  if (goal.photo === null || memory.hasSentPhoto) return step([manner(moment, 'noPhoto')], memory);
  return step([{ kind: 'send-photo', text: fill(pick(mannersIn[role.language].photo, chance), role) }], { ...memory, hasSentPhoto: true });
}

function hearPerson(moment: Moment, isQuestion: boolean): Step {
  const memory = { ...moment.memory, personTurns: moment.memory.personTurns + 1 };
  if (isQuestion || memory.personTurns < ENOUGH_OF_A_PERSON) return step([say(moment, wordsOf(moment).tellsPerson)], memory);
  return settle({ ...moment, memory }, 'thanks');
}

function breakSilence(moment: Moment): Step {
  const memory = { ...moment.memory, nudges: moment.memory.nudges + 1 };
  if (memory.nudges > moment.goal.temper.nudges) return step([], memory, 'gave-up');
  return step([manner(moment, 'nudges')], memory);
}

function respond(moment: Moment, stimulus: Stimulus): Step {
  const { goal, memory, chance } = moment;
  switch (stimulus.kind) {
    case 'asks-order': return chooseOrder(moment, stimulus.buttons);
    case 'asks-which': return chooseTopic(moment, stimulus.buttons);
    case 'asks-order-number': return giveOrder(moment);
    case 'asks-photo': return sendPhoto(moment);
    case 'proposes': return press(moment, chance < goal.temper.consent ? stimulus.yes : stimulus.no);
    case 'offers-person': return memory.open >= goal.temper.botPatience ? press(moment, stimulus.button) : insist(moment);
    case 'answers': return chance < goal.temper.contentment ? settle(moment, 'satisfied') : insist(moment);
    case 'person-asks': return hearPerson(moment, true);
    case 'person-says': return hearPerson(moment, false);
    case 'receipt': return settle(moment, 'thanks');
    case 'silence': return breakSilence(moment);
    case 'resolved': return step([], memory, 'resolved');
    case 'queued': return goal.photo !== null && !memory.hasSentPhoto && chance < PHOTO_WHILE_WAITING ? sendPhoto(moment) : step([], memory);
    case 'person-came': return step([], memory);
    default: return assertNever(stimulus);
  }
}

/**
 * What a customer does about what the other side has just done. Pure: the same moment and stimulus give the same step. A talk
 * ends after so many turns whatever comes.
 */
export function decide(moment: Moment, stimulus: Stimulus): Step {
  const decided = respond(moment, stimulus);
  const turns = moment.memory.turns + 1;
  const said = decided.acts.flatMap((act) => (act.kind === 'say' ? [act.text] : []));
  const memory = { ...decided.memory, turns, said: [...decided.memory.said, ...said] };
  return turns >= LONGEST_TALK && decided.end === null ? { acts: [], memory, end: 'gave-up' } : { ...decided, memory };
}
