import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { DeskReport, Order } from '../desk/desk-words.ts';
import { readNotebook, type Remark } from '../desk/notebook.ts';
import type { SeededProxy } from '../network/seeded-proxy.ts';
import { startDesk, type DeskProcess } from '../processes/desk-process.ts';
import type { PrefixOf } from './backend-node.ts';

type Deps = { readonly login: string; readonly accountId: string; readonly password: string; readonly folder: string; readonly way: SeededProxy; readonly prefixOf: PrefixOf; readonly onNews: () => void };

/** An agent's machine: its folder stays when the desk on it dies. */
export class RealDesk {
  readonly way: SeededProxy;
  readonly accountId: string;
  readonly folder: string;
  readonly #deps: Deps;
  readonly #notebooks: string[] = [];
  readonly #complaints: string[] = [];
  #process: DeskProcess | null = null;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.way = deps.way;
    this.accountId = deps.accountId;
    this.folder = deps.folder;
    mkdirSync(deps.folder);
  }

  get process(): DeskProcess | null {
    return this.#process?.isAlive() ? this.#process : null;
  }

  /** How often a desk was started on it. */
  get lives(): number {
    return this.#notebooks.length;
  }

  start(): void {
    if (this.process) return;
    if (this.#process) this.#complaints.push(...this.#process.complaints());
    const { login, password, folder, way, prefixOf, onNews } = this.#deps;
    const notebook = path.join(folder, `notebook-${this.#notebooks.length + 1}`);
    this.#notebooks.push(notebook);
    this.#process = startDesk({ setup: { login, password, server: way.address, folder, notebook }, prefix: prefixOf(this.lives), onNews });
  }

  perform(order: Order): void {
    this.process?.tell(order);
  }

  reconnect(): void {
    this.process?.tell({ kind: 'reconnect' });
  }

  report(): Promise<DeskReport | null> {
    return this.process?.report() ?? Promise.resolve(null);
  }

  async kill(): Promise<void> {
    await this.process?.kill();
  }

  /** What its person did and saw, over all lives. */
  remarks(): Remark[] {
    return this.#notebooks.flatMap(readNotebook);
  }

  complaints(): string[] {
    return [...this.#complaints, ...(this.#process?.complaints() ?? [])];
  }

  async close(): Promise<void> {
    await this.kill();
    await this.way.close();
  }
}
