import { PROTOCOL_VERSION } from '../../../src/shared/lib/protocol.ts';
import type { Witness } from './connection-book.ts';
import { createIncarnation } from './incarnation.ts';
import { createWay, type Way } from './network.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { SimulatedBackend } from './simulated-backend.ts';
import { openSimulatedLine } from './simulated-line.ts';
import type { Timeline } from './timeline.ts';

type Deps = {
  readonly login: string;
  readonly address: string;
  readonly accountId: string;
  readonly password: string;
  readonly backend: SimulatedBackend;
  readonly timeline: Timeline;
  readonly random: SeededRandom;
  readonly watch: () => Witness;
};

/** A command as it goes over the line, and who hears of the answer. */
export type RogueCommand = { readonly frame: object; readonly onAnswer: (answer: unknown) => void };

/** Somebody of the staff with a program of their own: it says over the line whatever it is told to, in fair weather, and keeps nothing. */
export class SimulatedRogue {
  readonly #deps: Deps;
  readonly #way: Way;
  readonly #life = createIncarnation();
  readonly #deviceId: string;
  #epoch = 0;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#way = createWay(deps.timeline, deps.random.fork('way'));
    this.#deviceId = `01900000-0000-7000-8000-${Buffer.from(deps.login).toString('hex').slice(0, 12).padStart(12, '0')}`;
  }

  get accountId(): string {
    return this.#deps.accountId;
  }

  /** Signs in and sends these over a connection that ends with the last answer. Nothing comes of it while the backend is down. */
  async send(commands: readonly RogueCommand[]): Promise<void> {
    const token = await this.#signIn();
    if (token !== null) this.#connect(token, commands);
  }

  async #signIn(): Promise<string | null> {
    const { login, address, password, backend } = this.#deps;
    const answer = await backend.ask({ method: 'POST', url: '/api/auth/sign-in', headers: { 'content-type': 'application/json' }, remoteAddress: address, payload: JSON.stringify({ login, password }) });
    return answer?.status === 200 ? (JSON.parse(answer.body) as { readonly accessToken: string }).accessToken : null;
  }

  #connect(token: string, commands: readonly RogueCommand[]): void {
    const { backend, watch } = this.#deps;
    const auth = { protocol: PROTOCOL_VERSION, token, deviceId: this.#deviceId, epoch: (this.#epoch += 1) };
    let left = commands.length;
    const line = openSimulatedLine({ way: this.#way, life: this.#life, host: () => backend.host(), namespace: '/', auth, witness: watch(), onFrame: () => undefined }, {
      onOpen: () => {
        for (const { frame, onAnswer } of commands)
          line.request('command', frame, (answer) => {
            onAnswer(answer);
            left -= 1;
            if (left === 0) line.close();
          });
      },
      onClosed: () => undefined,
      onMessage: () => undefined,
    });
  }
}
