import type { BridgeCommands } from '../../shared/contracts/bridge/contract.ts';
import type { OutboxEntry } from '../../shared/contracts/bridge/outbox.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import type { Account } from '../../shared/contracts/people.ts';
import type { Activity, Heartbeat } from '../../shared/contracts/wire/staff-socket.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Http } from '../ports/http.ts';
import type { Log } from '../ports/log.ts';
import type { Notifier, TroubleCode } from '../ports/notifier.ts';
import type { Random } from '../ports/random.ts';
import type { OpenSocket } from '../ports/socket.ts';
import { ApiClient } from './api/api-client.ts';
import type { Credentials } from './api/credentials.ts';
import type { ServerPlace } from './api/server-place.ts';
import { ComposerLease } from './composer-lease.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { BackendLink } from './link/backend-link.ts';
import { ConnectionWatch } from './live/connection.ts';
import { Feed } from './live/feed.ts';
import { followOwned } from './live/follow-owned.ts';
import { SessionManager } from './live/session-manager.ts';
import { Notices } from './notices/notices.ts';
import type { Act } from './outbox/check-act.ts';
import { OutboxPump } from './outbox/outbox-pump.ts';
import { OutboxStore } from './outbox/outbox-store.ts';
import { Outbox } from './outbox/outbox.ts';
import { OwnPresence } from './presence.ts';
import { canReadWork } from './readable-work.ts';
import { createSignal, type Signal } from './signal.ts';
import { claimFolder, type ClaimFolder } from './storage/folder-claim.ts';
import { openJournal, type Journal } from './storage/journal.ts';
import { createSeal } from './storage/seal.ts';
import { openWorkFile } from './storage/work-file.ts';

export type WorkspaceDeps = {
  readonly account: Account;
  readonly place: ServerPlace;
  readonly credentials: Credentials;
  /** Folder of this account on this server; made when it isn't there. */
  readonly folder: string;
  /** 256-bit key of what lies in the folder. */
  readonly key: Uint8Array;
  readonly deviceId: string;
  readonly nextEpoch: () => number;
  readonly clock: Clock;
  readonly random: Random;
  readonly http: Http;
  readonly openSocket: OpenSocket;
  readonly notifier: Notifier;
  readonly log: Log;
  /** Sees to it that nobody else has the folder open. The system's own unless told. */
  readonly claimFolder?: ClaimFolder;
};

/** All that belongs to one account on one server, while it is signed in. */
export type Workspace = {
  readonly account: Account;
  readonly api: ApiClient;
  readonly feed: Feed;
  readonly sessions: SessionManager;
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly composers: ComposerLease;
  readonly connection: ConnectionWatch;
  readonly presence: OwnPresence;
  /** Typing and viewing of others, as it happens; kept nowhere. */
  readonly activity: Signal<Activity>;
  /** The session is over by the backend's word; what lies on the disk waits for the same account. */
  readonly signedOut: Signal<Failure>;
  /** On disk and on its way when it answers, and no draft any more. */
  readonly act: (act: Act) => Result<OutboxEntry, Failure>;
  readonly setTyping: (typing: BridgeCommands['typing.set']['input']) => void;
  readonly reconnectNow: () => void;
  readonly retry: () => void;
  readonly close: () => void;
};

type Stores = { readonly journal: Journal; readonly outbox: Outbox; readonly drafts: Drafts; readonly close: () => void };

function openFiles({ folder, key, random, clock, log, notifier }: WorkspaceDeps): Result<Stores, Failure> {
  const seal = createSeal(key, random);
  const tell = (code: TroubleCode): void => notifier.show(`trouble ${code}`, { kind: 'trouble', code });
  const work = openWorkFile(folder, clock.now(), (db) => canReadWork(db, seal));
  if (!work.ok) return work;
  if (work.value.damaged) {
    log.error({ code: 'WORK_CORRUPT', folder }, 'the file of unsent messages and drafts could not be read and was moved aside');
    tell('WORK_CORRUPT');
  }
  const journal = openJournal({ folder, seal, clock, log, onDamaged: () => tell('JOURNAL_CORRUPT') });
  if (!journal.ok) {
    work.value.db.close();
    return journal;
  }
  const { db } = work.value;
  const drafts = createDrafts({ db, seal, clock });
  return ok({
    journal: journal.value,
    outbox: new Outbox(new OutboxStore(db, seal), clock, drafts),
    drafts,
    close: () => {
      journal.value.close();
      db.close();
    },
  });
}

/** Opens the folder's files for this process alone. */
function openStores(deps: WorkspaceDeps): Result<Stores, Failure> {
  const claim = (deps.claimFolder ?? claimFolder)(deps.folder);
  if (!claim.ok) return claim;
  const files = openFiles(deps);
  if (!files.ok) {
    claim.value.release();
    return files;
  }
  const close = () => {
    files.value.close();
    claim.value.release();
  };
  return ok({ ...files.value, close });
}

type Live = { readonly link: BackendLink; readonly feed: Feed; readonly sessions: SessionManager; readonly activity: Signal<Activity> };

/** Hands what the backend says to those it concerns. */
function routeMessages({ link, feed, sessions, activity }: Live): void {
  const hearHeartbeat = ({ position, heads }: Heartbeat) => {
    feed.noticeHead(position);
    for (const session of sessions.all()) {
      const head = heads[session.conversationId];
      if (head !== undefined) session.noticeHead(head);
      // The backend doesn't know that we have it open: subscribe again.
      else if (session.status !== 'failed') void session.catchUp();
    }
  };
  link.messages.on((message) => {
    switch (message.name) {
      case 'events': {
        const [first] = message.body;
        return first && sessions.find(first.conversationId)?.receive(message.body);
      }
      case 'feed': return feed.receive(message.body);
      case 'heartbeat': return hearHeartbeat(message.body);
      case 'activity': return activity.emit(message.body);
      case 'presence':
      case 'ended': return undefined;
    }
  });
  sessions.closed.on((conversationId) => link.tell('close', { conversationId }));
}

type Upward = Pick<Live, 'link' | 'sessions'> & { readonly outbox: Outbox; readonly connection: ConnectionWatch; readonly deps: WorkspaceDeps };

/** Lets the outbox send whenever it may, and forget what the log has reached. */
function driveOutbox({ link, sessions, outbox, connection, deps }: Upward): OutboxPump {
  const headOf = (conversationId: string) => sessions.find(conversationId)?.state?.head.seq ?? null;
  const isReady = (conversationId: string) => connection.isLive && sessions.find(conversationId)?.status !== 'catching-up';
  const pump = new OutboxPump({ outbox, link, clock: deps.clock, random: deps.random, isReady, headOf });
  const settleUnopened = () => outbox.conversations().filter((id) => !sessions.find(id)).forEach((id) => outbox.reached(id, Infinity));
  outbox.changed.on((conversationId) => pump.run(conversationId));
  sessions.opened.on((session) =>
    session.news.on((news) => {
      if (news.kind !== 'failed') outbox.reached(session.conversationId, session.seq);
    }),
  );
  sessions.closed.on((conversationId) => outbox.reached(conversationId, Infinity));
  outbox.refuseWaitingActions();
  connection.changed.on(({ state }) => {
    if (state === 'offline' || state === 'refused') return outbox.refuseWaitingActions();
    if (state !== 'live') return;
    settleUnopened();
    pump.runAll();
  });
  return pump;
}

/**
 * Opens the account's files and begins to connect. Works without a line from what is on the disk. `DATABASE_TOO_NEW` when a later
 * version of the application wrote them, `DATABASE_LOCKED` while another process has them open, `STORAGE_FULL` and
 * `STORAGE_FAILED` when the disk refuses.
 */
export function openWorkspace(deps: WorkspaceDeps): Result<Workspace, Failure> {
  const stores = openStores(deps);
  if (!stores.ok) return stores;
  const { journal, outbox, drafts } = stores.value;
  const { account, clock, random } = deps;
  const link = new BackendLink(deps);
  const api = new ApiClient(deps);
  const feed = new Feed({ link, journal });
  const sessions = new SessionManager({ link, journal, clock, random });
  const connection = new ConnectionWatch({ link, feed, sessions, clock });
  const activity = createSignal<Activity>();
  const signedOut = createSignal<Failure>();
  const pump = driveOutbox({ link, sessions, outbox, connection, deps });
  const presence = new OwnPresence({ me: account.id, link, api });
  routeMessages({ link, feed, sessions, activity });
  followOwned({ me: account.id, feed, sessions });
  const notices = new Notices({ me: account.id, role: account.role, feed, sessions, notifier: deps.notifier, clock });
  link.signedOut.on(signedOut.emit);
  const forgetCredentials = deps.credentials.ended.on(signedOut.emit);
  link.start();

  return ok({
    account, api, feed, sessions, outbox, drafts, connection, presence, activity, signedOut,
    composers: new ComposerLease(),
    act: (act) => outbox.add(act, connection.isLive),
    setTyping: (typing) => link.tell('typing', typing),
    reconnectNow: () => link.reconnectNow(),
    retry: () => link.retry(),
    close: () => {
      forgetCredentials();
      notices.stop();
      pump.stop();
      feed.close();
      link.stop();
      sessions.closeAll();
      stores.value.close();
    },
  });
}
