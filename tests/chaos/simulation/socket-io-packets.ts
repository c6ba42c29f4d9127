/** What a frame of the backend says, in the protocols' own terms (Engine.IO 4, Socket.IO 5), as far as Baton uses them. */
export type Packet =
  | { readonly kind: 'opened' | 'ping' | 'connected' | 'disconnected' | 'other' }
  | { readonly kind: 'refused'; readonly reason: unknown }
  | { readonly kind: 'event'; readonly name: string; readonly body: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly body: unknown };

type Parts = { readonly type: string; readonly id: number | null; readonly data: unknown };

const PACKET = /^4(?<type>\d)(?:\/[^,]*,)?(?<id>\d+)?(?<data>[[{].*)?$/s;

function split(text: string): Parts | null {
  const groups = PACKET.exec(text)?.groups;
  if (!groups) return null;
  const { type = '', id, data } = groups;
  return { type, id: id === undefined ? null : Number(id), data: data === undefined ? null : (JSON.parse(data) as unknown) };
}

function readMessage({ type, id, data }: Parts): Packet {
  const list: readonly unknown[] = Array.isArray(data) ? data : [];
  switch (type) {
    case '0': return { kind: 'connected' };
    case '1': return { kind: 'disconnected' };
    case '2': return { kind: 'event', name: String(list[0]), body: list[1] };
    case '3': return { kind: 'answer', id: id ?? -1, body: list[0] };
    case '4': return { kind: 'refused', reason: typeof data === 'object' && data !== null && 'data' in data ? data.data : null };
    default: return { kind: 'other' };
  }
}

/** Reads one text frame. */
export function readPacket(text: string): Packet {
  if (text.startsWith('0')) return { kind: 'opened' };
  if (text.startsWith('2')) return { kind: 'ping' };
  const parts = split(text);
  return parts ? readMessage(parts) : { kind: 'other' };
}

const place = (namespace: string): string => (namespace === '/' ? '' : `${namespace},`);

/** The frame that asks to be let into a namespace. */
export const writeAuth = (namespace: string, auth: object): string => `40${place(namespace)}${JSON.stringify(auth)}`;

/** An event that wants an answer. */
export const writeRequest = (namespace: string, { id, name, body }: { readonly id: number; readonly name: string; readonly body: unknown }): string =>
  `42${place(namespace)}${id}${JSON.stringify([name, body])}`;
