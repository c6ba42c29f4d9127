import type { BridgeCommands } from '../../shared/contracts/bridge/contract.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import { presenceSchema, type Presence } from '../../shared/contracts/people.ts';
import { err, type Result } from '../../shared/lib/result.ts';
import type { ApiClient } from './api/api-client.ts';
import type { ApiOutputs } from './api/public-api.ts';
import type { BackendLink } from './link/backend-link.ts';
import { createSignal, type Signal } from './signal.ts';

/** The agent's own presence as the backend has it; null before it is known. */
export type OwnPresence = {
  readonly current: () => Presence | null;
  readonly changed: Signal<Presence>;
  readonly set: (wish: BridgeCommands['presence.set']['input']) => Promise<Result<Presence, Failure>>;
};

type Deps = { readonly me: string; readonly link: BackendLink; readonly api: ApiClient };

export function followPresence({ me, link, api }: Deps): OwnPresence {
  const changed = createSignal<Presence>();
  let current: Presence | null = null;

  function take(presence: Presence): void {
    if (presence.agentId !== me) return;
    current = presence;
    changed.emit(presence);
  }

  /** The backend tells changes; how things stand when the line opens has to be asked. */
  async function ask(): Promise<void> {
    const answer = await api.ask(['people', 'list'], undefined);
    if (answer.ok) (answer.value as ApiOutputs['people']['list']).presence.forEach(take);
  }

  link.messages.on((message) => {
    if (message.name === 'presence') take(message.body);
  });
  link.changed.on((state) => {
    if (state.kind === 'open') void ask();
  });

  return {
    current: () => current,
    changed,
    set: async (wish) => {
      const answer = await link.request({ name: 'presence', body: wish, answer: presenceSchema });
      if (answer.kind === 'lost') return err({ code: 'OFFLINE' });
      if (answer.result.ok) take(answer.result.value);
      return answer.result;
    },
  };
}
