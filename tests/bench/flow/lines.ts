import { v7 } from 'uuid';
import type { StaffCommand } from '../../../src/shared/contracts/commands.ts';
import { PROTOCOL_VERSION } from '../../../src/shared/lib/protocol.ts';
import type { Agent } from './make-house.ts';
import type { Line } from './offer-load.ts';
import { openWireLine, type WireLine } from './wire-line.ts';

/** Connections to one server; `received` counts the messages that came without being asked for. */
export type Lines = { readonly lines: readonly Line[]; readonly received: () => number; readonly close: () => void };

const REPLY = 'I have asked the carrier: your parcel 1Z204 was held at the depot and goes out tomorrow before noon. Sorry for the wait!';

type Answer = { readonly ok: boolean; readonly value?: { readonly seq: number } };

const replyTo = ({ conversationId }: Agent, seenSeq: number): StaffCommand => ({
  id: v7(), type: 'message.post', conversationId, seenSeq, payload: { text: REPLY, attachments: [] },
});

/** A desk sends the next message of a conversation when the last one is answered; until then it waits on the desk's side. */
function inTurn(send: () => Promise<boolean>): Line {
  let last: Promise<unknown> = Promise.resolve();
  return {
    send: () => {
      const answered = last.then(send);
      last = answered;
      return answered;
    },
  };
}

/** One socket for each agent to an echo; what it sends is as long as what a desk would. */
export async function connectToEcho(port: number, agents: readonly Agent[]): Promise<Lines> {
  const wires = await Promise.all(agents.map(() => openWireLine({ port, auth: {} })));
  const lines = wires.map((wire, index) => {
    const agent = agents[index];
    return inTurn(async () => agent !== undefined && (await wire.ask('echo', JSON.stringify(replyTo(agent, agent.seq)))) !== '[]');
  });
  return { lines, received: () => 0, close: () => wires.forEach((wire) => wire.close()) };
}

/** The answer to a request: the one value in its array. */
export const answerIn = (text: string): Answer => (JSON.parse(text) as readonly [Answer])[0];

/** What a desk says when it connects. */
export const deskAuth = ({ token }: Agent, epoch = 0) => ({ protocol: PROTOCOL_VERSION, token, deviceId: v7(), epoch });

export type OpenDesk = { readonly wire: WireLine; readonly line: Line };

/** A desk with its conversation open, as an agent who writes has it: answers come with the events and the list's new row. */
export async function openDesk(port: number, agent: Agent, onEvent: (text: string) => void): Promise<OpenDesk> {
  const wire = await openWireLine({ port, auth: deskAuth(agent), onEvent });
  let { seq } = agent;
  const opened = answerIn(await wire.ask('open', JSON.stringify({ conversationId: agent.conversationId, afterSeq: seq })));
  if (!opened.ok) throw new Error(`a conversation could not be opened: ${JSON.stringify(opened)}`);
  const send = async (): Promise<boolean> => {
    const answer = answerIn(await wire.ask('command', JSON.stringify(replyTo(agent, seq))));
    seq = Math.max(seq, answer.value?.seq ?? 0);
    return answer.ok;
  };
  return { wire, line: inTurn(send) };
}

/** One desk for each agent. */
export async function connectDesks(port: number, agents: readonly Agent[]): Promise<Lines> {
  let received = 0;
  const desks = await Promise.all(agents.map((agent) => openDesk(port, agent, () => (received += 1))));
  return { lines: desks.map(({ line }) => line), received: () => received, close: () => desks.forEach(({ wire }) => wire.close()) };
}
