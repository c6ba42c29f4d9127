import type { Connection, FairSpell, Given } from '../history/history.ts';

/** The moments that a connection is judged by: the run's own time, the clock of the backend, and which life of it answers. */
type Moments = { readonly now: () => number; readonly clock: () => number; readonly server: () => number };

/** What is noted of one connection, at the backend's end but for `opened`. */
export type Witness = {
  readonly knocks: (auth: object) => void;
  /** A request arrived. */
  readonly hears: (id: number) => void;
  /** A frame left. */
  readonly says: (frame: string) => void;
  /** The client was told that it is let in. `isFair`: in fair weather. */
  readonly opened: (isFair: boolean) => void;
  /** From now on something may be missing that nobody is to blame for. */
  readonly spoiled: () => void;
};

/** Who was let in and what they were given, as it could be seen on the wire. */
export type ConnectionBook = {
  /** `life`: of a desk, as its sightings name it. */
  readonly watch: (client: string, life?: number) => Witness;
  readonly connections: readonly Connection[];
  /** The token of the client's last knock. */
  readonly lastToken: (client: string) => string | null;
  /** Something else than the weather kept desks waiting until now: what was fair is fair anew from here. */
  readonly beginSpells: () => void;
  /** When connections of desks had nothing but fair weather. */
  readonly fairSpells: () => FairSpell[];
};

type Noted = { -readonly [K in keyof Connection]: Connection[K] } & { given: Given[] };
type Spell = { readonly viewer: string; readonly life: number; from: number; to: number | null };
type Auth = { readonly token?: string; readonly epoch?: number };
type Claims = { readonly sessionId?: string; readonly endsAt: number };

const LET_IN = /^40/;
/** A push, or an answer that is no refusal. */
const GIVING = /^4(?:2(?:\/[^,]*,)?\["(?<push>\w+)"|3(?:\/[^,]*,)?(?<id>\d+)\[\{"ok":true)/;
/** Says goodbye. */
const ENDED = 'ended';

/** A token carries its claims in the open; who signed it is the backend's matter. */
const claimsOf = (token: string): Claims => JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8')) as Claims;

/** The sign-in that a token is of; null for a customer's. */
export const sessionOf = (token: string): string | null => claimsOf(token).sessionId ?? null;

function openConnection(client: string, { token = '', epoch }: Auth, { now, clock, server }: Moments): Noted {
  const { endsAt } = claimsOf(token);
  return { client, server: server(), sessionId: sessionOf(token), epoch: epoch ?? null, tokenEndsAt: endsAt, knockedAt: now(), knockedClock: clock(), letInAt: null, given: [] };
}

type Writing = { readonly connection: Noted; readonly asked: Map<number, number>; readonly at: number };

function noteFrame({ connection, asked, at }: Writing, frame: string): void {
  if (LET_IN.test(frame)) connection.letInAt ??= at;
  const groups = GIVING.exec(frame)?.groups;
  if (!groups || groups['push'] === ENDED) return;
  const { push, id } = groups;
  connection.given.push({ at, what: push ?? 'an answer', askedClock: id === undefined ? null : (asked.get(Number(id)) ?? null) });
}

/** An empty book. */
export function createConnectionBook(moments: Moments): ConnectionBook {
  const connections: Noted[] = [];
  const tokens = new Map<string, string>();
  const spells: Spell[] = [];
  const watch = (client: string, life?: number): Witness => {
    const asked = new Map<number, number>();
    let connection: Noted | null = null;
    let spell: Spell | null = null;
    return {
      knocks: (auth: Auth) => {
        if (connection) return;
        connection = openConnection(client, auth, moments);
        connections.push(connection);
        tokens.set(client, auth.token ?? '');
      },
      hears: (id) => void asked.set(id, moments.clock()),
      says: (frame) => {
        if (connection) noteFrame({ connection, asked, at: moments.now() }, frame);
      },
      opened: (fair) => {
        if (!fair || life === undefined) return;
        spell = { viewer: client, life, from: moments.now(), to: null };
        spells.push(spell);
      },
      spoiled: () => {
        if (spell) spell.to ??= moments.now();
      },
    };
  };
  return {
    watch,
    connections,
    beginSpells: () => {
      const to = moments.now();
      for (const spell of spells.filter((other) => other.to === null)) {
        spells.push({ ...spell, to });
        spell.from = to;
      }
    },
    lastToken: (client) => tokens.get(client) ?? null,
    fairSpells: () => spells.map((spell) => ({ ...spell, to: spell.to ?? moments.now() })),
  };
}
