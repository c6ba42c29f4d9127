import type { Language } from '../../shared/contracts/basics.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import type { Result } from '../../shared/lib/result.ts';
import { RENEW } from './failure.ts';
import type { VisitorApi, VisitorSession } from './visitor-api.ts';

/** Who opens the page: a shop's visitor by their secret, and in the demo a customer the shop vouches for. */
export type Who = { readonly shop: string; readonly language: Language; readonly secret: string; readonly as: string | null };

/** The visit's token: asked for when it is first needed, and again when the old one is of no use. */
export type Session = {
  readonly current: () => Promise<Result<VisitorSession, Failure>>;
  readonly expire: () => void;
  /** Runs with a token, and once more with a new one when the first had ended meanwhile. */
  readonly withToken: <T>(run: (token: string) => Promise<Result<T, Failure>>) => Promise<Result<T, Failure>>;
};

export function createSession(api: VisitorApi, who: Who): Session {
  let asked: Promise<Result<VisitorSession, Failure>> | null = null;

  async function start(): Promise<Result<VisitorSession, Failure>> {
    const { as, ...visitor } = who;
    const identity = as === null ? null : await api.fetchIdentity(as);
    if (identity && !identity.ok) return identity;
    return api.startVisit({ ...visitor, identity: identity?.value ?? null });
  }

  const expire = () => void (asked = null);

  async function current(): Promise<Result<VisitorSession, Failure>> {
    asked ??= start();
    const answer = await asked;
    if (!answer.ok) expire();
    return answer;
  }

  return {
    current,
    expire,
    withToken: async (run) => {
      const first = await current();
      if (!first.ok) return first;
      const answer = await run(first.value.token);
      if (answer.ok || !RENEW.has(answer.error.code)) return answer;
      expire();
      const second = await current();
      return second.ok ? run(second.value.token) : second;
    },
  };
}
