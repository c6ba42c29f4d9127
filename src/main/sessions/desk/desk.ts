import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tokens } from '../../../shared/contracts/api/contract.ts';
import type { AppState, Settings } from '../../../shared/contracts/bridge/app-state.ts';
import type { BridgeCommands, BridgeQueries } from '../../../shared/contracts/bridge/contract.ts';
import { failureSchema, type Failure } from '../../../shared/contracts/errors.ts';
import { err, ok, type Result } from '../../../shared/lib/result.ts';
import type { DemoServer } from '../../ports/demo-server.ts';
import type { Preferences } from '../../ports/preferences.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { createCredentials, type Credentials } from '../api/credentials.ts';
import { createApi } from '../api/public-api.ts';
import { placeOfAddress, type ServerPlace } from '../api/server-place.ts';
import { createSignal } from '../signal.ts';
import { withFiles } from '../storage/file-failure.ts';
import { openWorkspace, type Workspace, type WorkspaceDeps } from '../workspace.ts';
import { enterServer, probeServer, type SignInAsked, type SignedIn } from './enter-server.ts';
import { createNavigation } from './navigation.ts';
import { signInRecords, type SignInRecord } from './sign-in-record.ts';

/** Account and password of the demo shop, which are written on its sign-in screen. */
const DEMO_SHOP = 'shanlan';
const DEMO_LOGIN = 'lin.zhiyao';
const DEMO_PASSWORD = 'baton-demo';
const DEMO_KEY = 'demo';

export type DeskDeps = Pick<WorkspaceDeps, 'clock' | 'random' | 'http' | 'openSocket' | 'notifier' | 'log' | 'claimFolder'> & {
  /** Holds one folder per server and account. */
  readonly dataFolder: string;
  readonly preferences: Preferences;
  readonly secrets: Secrets;
  /** Null where the application brings no backend along. */
  readonly demo: DemoServer | null;
  readonly facts: Pick<AppState, 'version' | 'host' | 'platform'>;
};

const profileOf = ({ place, account }: SignedIn): string => createHash('sha256').update(`${place.key}\n${account.id}`).digest('hex').slice(0, 32);

/** The application without any screen: who is signed in, and their workspace. */
export class Desk {
  readonly changed = createSignal<AppState>();
  /** Another workspace, or none, from now on. */
  readonly moved = createSignal<Workspace | null>();
  readonly navigation = createNavigation();
  readonly #deps: DeskDeps;
  readonly #records: ReturnType<typeof signInRecords>;
  readonly #startedAt: number;
  #current: { readonly workspace: Workspace; readonly folder: string; readonly isDemo: boolean } | null = null;
  /** Whose sign-in the kept one is. A desk that is merely closed has it still: its last renewal is for the next start. */
  #holder: Credentials | null = null;
  /** Why nobody is signed in any more, for the sign-in screen. */
  #ending: Failure | null = null;
  /** The last signing out, as far as the disk has to do with it. */
  #removed: Promise<unknown> = Promise.resolve();

  constructor(deps: DeskDeps) {
    this.#deps = deps;
    this.#records = signInRecords(deps.secrets);
    this.#startedAt = deps.clock.now();
  }

  get workspace(): Workspace | null {
    return this.#current?.workspace ?? null;
  }

  /** Whether whoever is signed in is in the demo shop. */
  get isDemo(): boolean {
    return this.#current?.isDemo ?? false;
  }

  get state(): AppState {
    const { demo, facts, preferences, secrets } = this.#deps;
    const { workspace } = this;
    return {
      ...facts,
      server: preferences.server(),
      demoAvailable: demo !== null,
      chatPage: demo?.address() == null ? null : `${demo.address()}/chat?shop=${DEMO_SHOP}`,
      account: workspace?.account ?? null,
      connection: workspace?.connection.current ?? {
        state: 'offline', since: this.#startedAt, lastHeardAt: null, progress: null, failure: this.#ending && failureSchema.parse(this.#ending),
      },
      presence: workspace?.presence.current ?? null,
      settings: preferences.settings(),
      canKeepSignIn: secrets.canKeep,
      unsent: workspace?.outbox.unsent() ?? 0,
    };
  }

  /** Opens the kept sign-in, if there is one. To be called once, at the start. */
  async restore(): Promise<void> {
    const read = await withFiles(() => this.#records.read());
    const restored = read.ok ? await this.#openKept(read.value) : read;
    if (restored.ok) return;
    this.#ending = restored.error;
    this.#update();
  }

  async signIn({ server: address, ...as }: BridgeCommands['session.sign-in']['input']): Promise<Result<null, Failure>> {
    const place = placeOfAddress(address);
    if (!place.ok) return place;
    const server = place.value.key;
    const signedIn = await this.#enter({ ...as, place: place.value, server });
    if (signedIn.ok) this.#deps.preferences.setServer(server);
    return signedIn;
  }

  async signInDemo({ login }: BridgeCommands['session.sign-in-demo']['input']): Promise<Result<null, Failure>> {
    const place = this.#placeOf(null);
    return place.ok ? this.#enter({ place: place.value, server: null, login: login ?? DEMO_LOGIN, password: DEMO_PASSWORD, keep: true }) : place;
  }

  /**
   * `UNSENT_MESSAGES` with `details.count` unless `discard`; then cache, drafts and the rest of this account's folder are gone. Nobody is
   * signed in any more behind `STORAGE_FULL` or `STORAGE_FAILED`, but the disk has kept some of it.
   */
  async signOut({ discard }: { readonly discard: boolean }): Promise<Result<null, Failure>> {
    if (!this.#current) return err({ code: 'NOT_SIGNED_IN' });
    const { workspace, folder } = this.#current;
    const count = workspace.outbox.unsent();
    if (count > 0 && !discard) return err({ code: 'UNSENT_MESSAGES', details: { count } });
    const { isLive } = workspace.connection;
    // First of all: what is taken from now on would go with the folder, and nobody would have been asked about it.
    this.#leave();
    const removing = this.#remove(folder);
    this.#removed = Promise.allSettled([removing]);
    const removed = await removing;
    // Without a line the session ends by itself; signing out here must not wait for it.
    if (isLive) await workspace.api.signOut();
    return removed;
  }

  probe(server: string): Promise<Result<BridgeQueries['server.probe']['output'], Failure>> {
    return probeServer(this.#deps, server);
  }

  changeSettings(change: Partial<Settings>): Settings {
    const settings = this.#deps.preferences.changeSettings(change);
    this.#update();
    return settings;
  }

  /** The machine woke up or found a network. */
  reconnectNow(): void {
    this.workspace?.reconnectNow();
  }

  close(): void {
    this.workspace?.close();
    this.#current = null;
  }

  #placeOf(server: string | null): Result<ServerPlace, Failure> {
    if (server !== null) return placeOfAddress(server);
    const { demo } = this.#deps;
    return demo ? ok({ key: DEMO_KEY, locate: demo.locate }) : err({ code: 'UNAVAILABLE' });
  }

  async #enter(asked: SignInAsked): Promise<Result<null, Failure>> {
    const signedIn = await enterServer(this.#deps, asked);
    return signedIn.ok ? this.#open(signedIn.value) : signedIn;
  }

  async #openKept(record: SignInRecord | null): Promise<Result<null, Failure>> {
    const place = record && this.#placeOf(record.server);
    return record && place?.ok ? this.#open({ ...record, place: place.value, tokens: null, keep: true }) : ok(null);
  }

  async #open(signedIn: SignedIn): Promise<Result<null, Failure>> {
    const { place, server, account, tokens, refreshToken, keep } = signedIn;
    const { preferences, secrets, dataFolder } = this.#deps;
    // The folder that is on its way out may be this account's own.
    await this.#removed;
    const keepToken = (token: string) => this.#keep(keep ? { server, account, refreshToken: token } : null);
    await keepToken(refreshToken);
    const profile = profileOf(signedIn);
    const key = await withFiles(() => secrets.profileKey(profile));
    if (!key.ok) return key;
    const folder = join(dataFolder, profile);
    const onRenewed = (renewed: Tokens) => (this.#holder === credentials ? keepToken(renewed.refreshToken) : this.#endLate(place, renewed));
    const credentials = createCredentials({ ...this.#deps, place, tokens, refreshToken, onRenewed });
    this.#leave();
    const opened = openWorkspace({ ...this.#deps, place, account, credentials, folder, key: key.value, deviceId: preferences.deviceId(), nextEpoch: preferences.nextEpoch });
    if (!opened.ok) return opened;
    this.#holder = credentials;
    this.#follow(opened.value, { folder, isDemo: server === null });
    return ok(null);
  }

  /** A renewal that was under way when its sign-in ended here: the server began anew what nobody else would end. */
  async #endLate(place: ServerPlace, { accessToken }: Tokens): Promise<void> {
    await createApi({ ...this.#deps, place }, accessToken)('auth', 'signOut', {});
  }

  #follow(workspace: Workspace, place: { readonly folder: string; readonly isDemo: boolean }): void {
    const update = () => this.#update();
    this.#ending = null;
    this.#current = { workspace, ...place };
    workspace.connection.changed.on(update);
    workspace.presence.changed.on(update);
    workspace.outbox.changed.on(update);
    workspace.signedOut.on((failure) => {
      if (this.workspace === workspace) void this.#handleEnd(failure);
    });
    this.moved.emit(workspace);
    update();
  }

  async #remove(folder: string): Promise<Result<null, Failure>> {
    const removed = await withFiles(async () => {
      await this.#records.remove();
      await rm(folder, { recursive: true, force: true });
    });
    return removed.ok ? ok(null) : removed;
  }

  /** What lies on the disk waits for the same account. */
  async #handleEnd(failure: Failure): Promise<void> {
    this.#ending = failure;
    this.#leave();
    await this.#keep(null);
  }

  /** What the disk refuses costs a sign-in at the next start, and nothing now. */
  async #keep(record: SignInRecord | null): Promise<void> {
    const kept = await withFiles(() => (record ? this.#records.write(record) : this.#records.remove()));
    if (!kept.ok) this.#deps.log.warn({ code: kept.error.code }, 'the kept sign-in could not be changed');
  }

  #leave(): void {
    if (!this.#current) return;
    this.#holder = null;
    this.close();
    this.moved.emit(null);
    this.#update();
  }

  #update(): void {
    this.changed.emit(this.state);
  }
}
