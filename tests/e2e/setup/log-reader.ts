import { z } from 'zod';

const signedInSchema = z.object({ accessToken: z.string() });
const eventSchema = z.object({
  seq: z.int(),
  publicSeq: z.int().nullable(),
  type: z.string(),
  actor: z.object({ kind: z.string(), id: z.string() }),
  content: z.looseObject({ text: z.string().optional() }).nullable(),
});
const pageSchema = z.object({ events: z.array(eventSchema), headSeq: z.int() });

export type LoggedEvent = z.infer<typeof eventSchema>;

/** The password of every account of the demo shop. */
export const DEMO_PASSWORD = 'baton-demo';

/** Reads logs over the HTTP interface, as a lead would for an audit. */
export type LogReader = {
  /** The whole log of a conversation. */
  readonly events: (conversationId: string) => Promise<LoggedEvent[]>;
  /** The texts of the public messages that people of the shop have posted, in the log's order. */
  readonly replies: (conversationId: string) => Promise<string[]>;
};

/** Opens a reader of the logs of the backend at `address`. It signs in once: the door counts knocks. */
export async function openLogReader(address: string): Promise<LogReader> {
  const signedIn = await fetch(`${address}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'he.wen', password: DEMO_PASSWORD }),
  });
  const { accessToken } = signedInSchema.parse(await signedIn.json());

  const page = async (conversationId: string, afterSeq: number) => {
    const answer = await fetch(`${address}/api/conversations/${conversationId}/events?afterSeq=${afterSeq}`, { headers: { authorization: `Bearer ${accessToken}` } });
    return pageSchema.parse(await answer.json());
  };
  const events = async (conversationId: string): Promise<LoggedEvent[]> => {
    const read: LoggedEvent[] = [];
    for (;;) {
      const next = await page(conversationId, read.at(-1)?.seq ?? 0);
      read.push(...next.events);
      if (next.events.length === 0 || (read.at(-1)?.seq ?? 0) >= next.headSeq) return read;
    }
  };
  const replies = async (conversationId: string): Promise<string[]> =>
    (await events(conversationId)).filter(({ type, actor }) => type === 'message.posted' && (actor.kind === 'agent' || actor.kind === 'lead')).map(({ content }) => content?.text ?? '');
  return { events, replies };
}
