import type { Failure } from '../shared/contracts/errors.ts';
import type { Result } from '../shared/lib/result.ts';
import { decide, openingOf, returningOf } from './decide.ts';
import { FRESH, type Act, type End, type Goal, type Memory, type Role, type Stimulus } from './goal.ts';
import type { CustomerChannel } from './customer-channel.ts';
import { pause, type Timers } from './machine.ts';
import { drawPhoto } from './photos/draw-photo.ts';
import { readStimulus } from './read-stimulus.ts';

/** How fast a customer is, in milliseconds. */
export type Pace = {
  /** Longest time to read and think; half of it at least is taken. */
  readonly think: number;
  /** A character typed. */
  readonly character: number;
  /** Silence of the bot after which they lose patience a little; people are given more. */
  readonly silence: number;
};

/** People. */
export const HUMAN_PACE: Pace = { think: 8_000, character: 90, silence: 90_000 };
/** For tests and load: no time passes but the far end's. */
export const NO_PACE: Pace = { think: 0, character: 0, silence: 60_000 };

export type GoalRun = {
  readonly goal: Goal;
  readonly role: Role;
  readonly channel: CustomerChannel;
  /** 0..1, 1 excluded; seeded. */
  readonly random: () => number;
  readonly timers: Timers;
  readonly pace: Pace;
  /** Raised when the simulation stops. */
  readonly signal: AbortSignal;
  /** They were here yesterday. */
  readonly returns: boolean;
};

export type Outcome = { readonly end: End | 'stopped' | 'refused'; readonly turns: number };

/** A person who looks into it is given so many times the bot's time. */
const TIME_FOR_PEOPLE = 3;
/** The longest a line takes to type, however long it is. */
const LONGEST_TYPING_MS = 6_000;

async function say({ channel, pace, timers, signal }: GoalRun, text: string, send: () => Promise<Result<null, Failure>>): Promise<boolean> {
  channel.type(true);
  await pause(timers, Math.min(LONGEST_TYPING_MS, text.length * pace.character), signal);
  channel.type(false);
  return !signal.aborted && (await send()).ok;
}

async function sendPhoto(run: GoalRun, text: string): Promise<Result<null, Failure>> {
  const { goal, channel } = run;
  if (goal.photo === null) throw new Error(`${goal.name} has no photo to send`);
  const photo = await channel.upload(drawPhoto(goal.photo));
  return photo.ok ? channel.post({ text, attachments: [photo.value] }) : photo;
}

function perform(run: GoalRun, act: Act): Promise<boolean> {
  const { channel } = run;
  switch (act.kind) {
    case 'say': return say(run, act.text, () => channel.post({ text: act.text, attachments: [] }));
    case 'send-photo': return say(run, act.text, () => sendPhoto(run, act.text));
    case 'press': {
      const { id, label } = act.button;
      const under = channel.thread().items.findLast((item) => item.kind === 'message' && item.content?.buttons.some((button) => button.id === id));
      const choice = under?.kind === 'message' ? { choice: { messageId: under.id, buttonId: id } } : {};
      return say(run, '', () => channel.post({ text: label, attachments: [], ...choice }));
    }
  }
}

/** What has come since `seen` and means something; silence when nothing does in time. */
async function listen({ channel, timers, pace, signal }: GoalRun, seen: number): Promise<Stimulus> {
  const impatience = new AbortController();
  const patience = channel.thread().servedBy.kind === 'bot' ? pace.silence : pace.silence * TIME_FOR_PEOPLE;
  const silence = pause(timers, patience, AbortSignal.any([signal, impatience.signal]));
  let isSilent = false;
  void silence.then(() => (isSilent = true));
  try {
    for (;;) {
      const stimulus = readStimulus(channel.thread().items.filter(({ publicSeq }) => publicSeq > seen));
      if (stimulus) return stimulus;
      if (isSilent) return { kind: 'silence' };
      await Promise.race([channel.nextChange(), silence]);
    }
  } finally {
    impatience.abort();
  }
}

const think = ({ random, pace, timers, signal }: GoalRun): Promise<void> => pause(timers, pace.think * (0.5 + random() / 2), signal);

/** One thing that happened and what the customer does about it. */
async function takeTurn(run: GoalRun, memory: Memory, seen: number): Promise<{ readonly memory: Memory; readonly end: Outcome['end'] | null; readonly seen: number }> {
  const heard = await listen(run, seen);
  await think(run);
  const { goal, role, channel, signal } = run;
  if (signal.aborted) return { memory, end: 'stopped', seen };
  const { publicSeq, items } = channel.thread();
  // More may have been said while they thought.
  const stimulus = heard.kind === 'silence' ? heard : (readStimulus(items.filter((item) => item.publicSeq > seen)) ?? heard);
  channel.markRead();
  const step = decide({ goal, role, memory, chance: run.random() }, stimulus);
  for (const act of step.acts) if (!(await perform(run, act))) return { memory: step.memory, end: signal.aborted ? 'stopped' : 'refused', seen };
  return { memory: step.memory, end: step.end, seen: publicSeq };
}

/** Plays a goal to its end over an open channel. Resolves to how it ended; never throws for what the far end does. */
export async function runGoal(run: GoalRun): Promise<Outcome> {
  const { goal, role, channel, random } = run;
  const opening = run.returns ? returningOf({ role, chance: random() }) : openingOf({ goal, role, chance: random() });
  let seen = channel.thread().publicSeq;
  for (const text of opening) if (!(await perform(run, { kind: 'say', text }))) return { end: run.signal.aborted ? 'stopped' : 'refused', turns: 0 };
  for (let memory = FRESH; ; ) {
    const turn = await takeTurn(run, memory, seen);
    ({ memory, seen } = turn);
    if (turn.end !== null) return { end: turn.end, turns: memory.turns };
  }
}
