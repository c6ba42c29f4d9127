import type { Workspace } from '../../../../src/main/sessions/index.ts';
import type { DeskReport, DeskStatus } from './desk-words.ts';
import type { Notebook } from './notebook.ts';

/** Where the workspace stands. */
export function statusOf(workspace: Workspace): DeskStatus {
  const waiting = workspace.outbox.entries().some(({ state }) => state.kind === 'queued' || state.kind === 'in-flight' || state.kind === 'done');
  const heads = workspace.sessions.all().map(({ conversationId, seq }) => [conversationId, seq] as const);
  const { state, failure } = workspace.connection.current;
  return { isLive: state === 'live', isWaiting: waiting, code: failure?.code ?? null, heads: Object.fromEntries(heads) };
}

/** All that it shows. */
export function reportOf(workspace: Workspace): DeskReport {
  const { account, outbox, sessions, feed, drafts } = workspace;
  const kept = drafts.list().filter(({ mode }) => mode === 'reply').map(({ conversationId }) => [conversationId, drafts.get({ conversationId, mode: 'reply' })?.text ?? ''] as const);
  return {
    accountId: account.id,
    entries: outbox.entries(),
    states: sessions.all().flatMap(({ state }) => state ?? []),
    rows: [...feed.state.rows.values()],
    drafts: Object.fromEntries(kept),
  };
}

type Watching = { readonly notebook: Notebook; /** Something moved. */ readonly onNews: () => void };

function writeParked(workspace: Workspace, notebook: Notebook): void {
  for (const { id, state } of workspace.outbox.entries()) if (state.kind === 'refused' || state.kind === 'held') notebook.write({ kind: 'parked', id });
}

/** Holds every conversation of the list open, and writes down what is seen of it. */
export function watchWorkspace(workspace: Workspace, { notebook, onNews }: Watching): void {
  const held = new Set<string>();
  const by = workspace.account.id;
  const openAll = (): void => {
    for (const conversationId of workspace.feed.state.rows.keys()) {
      if (held.has(conversationId)) continue;
      held.add(conversationId);
      workspace.sessions.hold(conversationId, { isLooking: () => true });
    }
    onNews();
  };
  workspace.sessions.opened.on((session) => {
    session.news.on(() => {
      if (session.state) notebook.write({ kind: 'sees', by, state: session.state });
      onNews();
    });
    session.progress.on(onNews);
  });
  workspace.outbox.changed.on(() => {
    writeParked(workspace, notebook);
    onNews();
  });
  workspace.connection.changed.on(onNews);
  workspace.feed.news.on(openAll);
  writeParked(workspace, notebook);
  openAll();
}
