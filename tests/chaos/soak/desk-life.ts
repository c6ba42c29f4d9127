import path from 'node:path';
import { systemClock as clock } from '../../../src/main/ports/system-clock.ts';
import { systemRandom as random } from '../../../src/main/ports/system-random.ts';
import { createSignal } from '../../../src/main/sessions/signal.ts';
import { createNewId, openSocketIo, type Workspace } from '../../../src/main/sessions/index.ts';
import { openWorkspace } from '../../../src/main/sessions/workspace.ts';
import { ok } from '../../../src/shared/lib/result.ts';
import type { Agent } from '../../bench/flow/make-house.ts';

/** What one desk does in one lap. */
export type Errands = { readonly messages: number; readonly reconnects: number; readonly windows: number };

export type DeskLife = { readonly run: (errands: Errands) => Promise<void> };

export type DeskLifeOptions = {
  readonly port: number;
  readonly agent: Agent;
  readonly folder: string;
  /** Conversations of colleagues that windows are opened on. */
  readonly conversations: readonly string[];
  /** Plants a leak: one listener for each reconnect, never taken back. */
  readonly leaks: boolean;
};

const newId = createNewId(clock, random);
const nothing = (): void => undefined;

/** A desk of the product with its journal and outbox on disk, signed in with a token that outlives the run. */
function openDesk({ port, agent, folder }: DeskLifeOptions): Workspace {
  let epoch = 0;
  const address = `http://127.0.0.1:${port}`;
  const opened = openWorkspace({
    account: agent.account,
    place: { key: address, locate: async () => ok(address) },
    credentials: { accessToken: async () => ok(agent.token), expire: nothing, ended: createSignal() },
    folder: path.join(folder, agent.account.id),
    key: new Uint8Array(32).fill(7),
    deviceId: newId(),
    nextEpoch: () => (epoch += 1),
    clock, random,
    http: fetch,
    openSocket: openSocketIo,
    notifier: { show: nothing, withdraw: nothing, badge: nothing },
    log: { info: nothing, warn: nothing, error: (facts, message) => void process.stderr.write(`${message} ${JSON.stringify(facts)}\n`) },
  });
  if (!opened.ok) throw new Error(`a desk could not be opened: ${opened.error.code}`);
  return opened.value;
}

type Heard = { readonly on: (listener: () => void) => () => void };

/** Waits for a condition that a signal announces. */
function until(signal: Heard, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((resolve) => {
    const leave = signal.on(() => {
      if (!holds()) return;
      leave();
      resolve();
    });
  });
}

const heldBy = { isLooking: () => false };

/** Opens a window on a conversation, waits until it shows it, and closes it again. */
async function lookAt({ sessions }: Workspace, conversationId: string): Promise<void> {
  const { session, release } = sessions.hold(conversationId, heldBy);
  await until(session.progress, () => session.status === 'current');
  release();
}

async function say(workspace: Workspace, conversationId: string): Promise<void> {
  const { session, release } = workspace.sessions.hold(conversationId, heldBy);
  await until(session.progress, () => session.status === 'current');
  const acted = workspace.act({ id: newId(), type: 'message.post', conversationId, seenSeq: session.seq, payload: { text: 'It goes out tomorrow.', attachments: [] } });
  if (!acted.ok) throw new Error(`a message was refused: ${acted.error.code}`);
  await until(workspace.outbox.changed, () => workspace.outbox.unsent() === 0);
  release();
}

async function reconnect(workspace: Workspace, leaks: boolean): Promise<void> {
  workspace.reconnectNow();
  const since = workspace.connection.current;
  if (leaks) workspace.connection.changed.on((now) => void (now.since - since.since));
  await until(workspace.connection.changed, () => workspace.connection.current.state === 'live');
}

type Spread = { readonly turn: number; readonly turns: number; readonly count: number };

/** Spreads `count` evenly over the turns: whoever reconnects all at once is refused at the door for coming too often. */
const isDue = ({ turn, turns, count }: Spread): boolean => Math.floor(((turn + 1) * count) / turns) > Math.floor((turn * count) / turns);

/** Lives a desk's day, fast: whatever a lap asks for, one thing after another. */
export async function startDeskLife(options: DeskLifeOptions): Promise<DeskLife> {
  const workspace = openDesk(options);
  const { connection, sessions } = workspace;
  await until(connection.changed, () => connection.current.state === 'live');
  let looked = 0;
  return {
    run: async ({ messages, reconnects, windows }) => {
      const turns = Math.max(messages, reconnects, windows);
      for (let turn = 0; turn < turns; turn += 1) {
        if (isDue({ turn, turns, count: windows })) await lookAt(workspace, options.conversations[(looked += 1) % options.conversations.length] ?? '');
        if (isDue({ turn, turns, count: messages })) await say(workspace, options.agent.conversationId);
        if (isDue({ turn, turns, count: reconnects })) await reconnect(workspace, options.leaks);
      }
      sessions.closeAll();
    },
  };
}
