import { randomBytes } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { v7 } from 'uuid';
import { DEMO_PASSWORD } from '../../../src/backend/seed/seed-demo.ts';
import type { LogEvent } from '../../../src/shared/contracts/events/envelope.ts';
import { CUSTOMER_NAMESPACE } from '../../../src/shared/contracts/wire/customer-socket.ts';
import { SOCKET_PATH } from '../../../src/shared/contracts/wire/staff-socket.ts';
import { PROTOCOL_VERSION } from '../../../src/shared/lib/protocol.ts';

/** A customer of the demo shop's chat channel, without the page. */
export type Customer = { readonly name: string; readonly conversationId: string; readonly say: (text: string) => Promise<void>; readonly leave: () => void };

/** Opens a connection of its own; throws when it is refused. */
export async function connect(url: string, auth: object): Promise<Socket> {
  const socket = io(url, { path: SOCKET_PATH, transports: ['websocket'], auth, reconnection: false, forceNew: true });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  return socket;
}

async function post<T>(url: string, body: object): Promise<T> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as T;
}

/** A visitor who begins to write. */
export async function arriveAsCustomer(address: string): Promise<Customer> {
  const secret = randomBytes(32).toString('base64url');
  const { token, customerId, conversationId } = await post<{ token: string; customerId: string; conversationId: string }>(`${address}/api/visitor/start`, { shop: 'shanlan', secret, language: 'en', identity: null });
  const socket = await connect(address + CUSTOMER_NAMESPACE, { protocol: PROTOCOL_VERSION, token });
  const say = async (text: string): Promise<void> => {
    const answer = (await socket.emitWithAck('command', { id: v7(), type: 'message.post', payload: { text, attachments: [] } })) as { readonly ok: boolean };
    if (!answer.ok) throw new Error(`a message was refused: ${JSON.stringify(answer)}`);
  };
  return { name: `#${customerId.slice(-4).toUpperCase()}`, conversationId, say, leave: () => void socket.disconnect() };
}

export type Listening = { readonly address: string; readonly login: string; readonly conversationId: string; readonly onText: (text: string) => void };

/** A colleague's bare socket that looks at a conversation, and hears every text of it; answers how to leave. */
export async function listenAsColleague({ address, login, conversationId, onText }: Listening): Promise<() => void> {
  const { accessToken } = await post<{ accessToken: string }>(`${address}/api/auth/sign-in`, { login, password: DEMO_PASSWORD });
  const socket = await connect(address, { protocol: PROTOCOL_VERSION, token: accessToken, deviceId: v7(), epoch: 0 });
  socket.on('events', (events: readonly LogEvent[]) => {
    for (const { content } of events) if (typeof content === 'object' && content !== null && 'text' in content) onText(String(content.text));
  });
  await socket.emitWithAck('open', { conversationId, afterSeq: null });
  return () => void socket.disconnect();
}
