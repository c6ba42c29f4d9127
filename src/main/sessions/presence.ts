import type { BridgeCommands } from '../../shared/contracts/bridge/contract.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import { presenceSchema, type Presence } from '../../shared/contracts/people.ts';
import { err, type Result } from '../../shared/lib/result.ts';
import type { ApiClient } from './api/api-client.ts';
import type { ApiOutputs } from './api/public-api.ts';
import type { BackendLink } from './link/backend-link.ts';
import { createSignal } from './signal.ts';

type Deps = { readonly me: string; readonly link: BackendLink; readonly api: ApiClient };

/** The agent's own presence as the backend has it. */
export class OwnPresence {
  readonly changed = createSignal<Presence>();
  readonly #deps: Deps;
  #current: Presence | null = null;

  constructor(deps: Deps) {
    this.#deps = deps;
    deps.link.messages.on((message) => {
      if (message.name === 'presence') this.#take(message.body);
    });
    deps.link.changed.on((state) => {
      if (state.kind === 'open') void this.#ask();
    });
  }

  /** Null before it is known. */
  get current(): Presence | null {
    return this.#current;
  }

  /** `OFFLINE` without a line: presence is never queued. */
  async set(wish: BridgeCommands['presence.set']['input']): Promise<Result<Presence, Failure>> {
    const answer = await this.#deps.link.request({ name: 'presence', body: wish, answer: presenceSchema });
    if (answer.kind === 'lost') return err({ code: 'OFFLINE' });
    if (answer.result.ok) this.#take(answer.result.value);
    return answer.result;
  }

  #take(presence: Presence): void {
    if (presence.agentId !== this.#deps.me) return;
    this.#current = presence;
    this.changed.emit(presence);
  }

  /** The backend tells changes; how things stand when the line opens has to be asked. */
  async #ask(): Promise<void> {
    const answer = await this.#deps.api.ask(['people', 'list'], undefined);
    if (!answer.ok) return;
    for (const presence of (answer.value as ApiOutputs['people']['list']).presence) this.#take(presence);
  }
}
