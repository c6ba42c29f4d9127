import { io, type Socket } from 'socket.io-client';
import { v7 } from 'uuid';
import type { StaffCommand } from '../../../src/shared/contracts/commands.ts';
import { SOCKET_PATH } from '../../../src/shared/contracts/wire/staff-socket.ts';
import { PROTOCOL_VERSION } from '../../../src/shared/lib/protocol.ts';
import type { Agent } from './make-house.ts';
import type { Line } from './offer-load.ts';

/** Connections to one server; `received` counts the messages that came without being asked for. */
export type Lines = { readonly lines: readonly Line[]; readonly received: () => number; readonly close: () => void };

const REPLY = 'I have asked the carrier: your parcel 1Z204 was held at the depot and goes out tomorrow before noon. Sorry for the wait!';

type Answer = { readonly ok: boolean; readonly value?: { readonly seq: number } };

function connect(port: number, auth: object): Promise<Socket> {
  const socket = io(`http://127.0.0.1:${port}`, { path: SOCKET_PATH, transports: ['websocket'], auth, reconnection: false, forceNew: true });
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}

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
  const sockets = await Promise.all(agents.map(() => connect(port, {})));
  const lines = sockets.map((socket, index) => {
    const agent = agents[index];
    return inTurn(async () => agent !== undefined && (await socket.emitWithAck('echo', replyTo(agent, agent.seq))) !== null);
  });
  return { lines, received: () => 0, close: () => sockets.forEach((socket) => socket.disconnect()) };
}

/** A desk with its conversation open, as an agent who writes has it: answers come with the events and the list's new row. */
async function openDesk(port: number, agent: Agent, count: () => void): Promise<{ readonly socket: Socket; readonly line: Line }> {
  const socket = await connect(port, { protocol: PROTOCOL_VERSION, token: agent.token, deviceId: v7(), epoch: 0 });
  let { seq } = agent;
  socket.onAny(count);
  const opened = (await socket.emitWithAck('open', { conversationId: agent.conversationId, afterSeq: seq })) as Answer;
  if (!opened.ok) throw new Error(`a conversation could not be opened: ${JSON.stringify(opened)}`);
  const send = async (): Promise<boolean> => {
    const answer = (await socket.emitWithAck('command', replyTo(agent, seq))) as Answer;
    seq = Math.max(seq, answer.value?.seq ?? 0);
    return answer.ok;
  };
  return { socket, line: inTurn(send) };
}

/** One desk for each agent. */
export async function connectDesks(port: number, agents: readonly Agent[]): Promise<Lines> {
  let received = 0;
  const desks = await Promise.all(agents.map((agent) => openDesk(port, agent, () => (received += 1))));
  return { lines: desks.map(({ line }) => line), received: () => received, close: () => desks.forEach(({ socket }) => socket.disconnect()) };
}
