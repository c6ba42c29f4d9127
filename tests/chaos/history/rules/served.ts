import type { Connection, Rule, Violation } from '../history.ts';

const violation = (what: string): Violation => ({ rule: 'served-unduly', what });

/** The first thing that a connection was given after a moment of the run. In the moment itself the one may cross the other. */
const givenAfter = ({ given }: Connection, moment: number) => given.find(({ at }) => at > moment);

/** When a desk's newer connection was let in by the same life of the backend. */
function overtakenAt({ client, server, epoch }: Connection, all: readonly Connection[]): number | null {
  const newer = all.filter((other) => other.client === client && other.server === server && (other.epoch ?? 0) > (epoch ?? Infinity));
  return newer.reduce<number | null>((first, { letInAt }) => (letInAt !== null && letInAt < (first ?? Infinity) ? letInAt : first), null);
}

/** Who has come back on a newer connection is given nothing over an older one. */
export const fencedAreGivenNothing: Rule = ({ connections }) =>
  [...Map.groupBy(connections, ({ client }) => client).values()].flatMap((own) =>
    own.flatMap((connection): Violation[] => {
      const moment = overtakenAt(connection, own);
      const given = moment === null ? undefined : givenAfter(connection, moment);
      return given ? [violation(`${connection.client} was given ${given.what} at ${given.at} over connection ${connection.epoch}, and had a newer one at ${moment}`)] : [];
    }),
  );

/** A token whose time is over by the backend's clock lets nobody in; over a customer's connection nothing is granted any more either. */
export const endedTokensOpenNothing: Rule = ({ connections }) =>
  connections.flatMap((connection): Violation[] => {
    const { client, tokenEndsAt, knockedClock, letInAt, sessionId, given } = connection;
    if (letInAt !== null && knockedClock >= tokenEndsAt) return [violation(`${client} was let in at ${letInAt} by a token that had ended`)];
    // A desk's connection lives by its sign-in, which is renewed beside it.
    const late = sessionId === null ? given.find(({ askedClock }) => askedClock !== null && askedClock >= tokenEndsAt) : undefined;
    return late ? [violation(`${client} was answered at ${late.at} by a token that had ended`)] : [];
  });

/** A sign-in that was ended is over at once: its connections are given nothing more, and it opens no new one. */
export const revokedAreGivenNothing: Rule = ({ connections, revocations }) =>
  revocations.flatMap(({ sessionId, at }) =>
    connections.flatMap((connection): Violation[] => {
      const { client, letInAt, knockedAt } = connection;
      if (connection.sessionId !== sessionId || letInAt === null) return [];
      if (knockedAt > at) return [violation(`${client} was let in at ${letInAt} by a sign-in that was ended at ${at}`)];
      const given = givenAfter(connection, at);
      return given ? [violation(`${client} was given ${given.what} at ${given.at} by a sign-in that was ended at ${at}`)] : [];
    }),
  );
