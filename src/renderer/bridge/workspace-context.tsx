import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { OutboxEntry } from '../../shared/contracts/bridge/outbox.ts';
import type { ConversationHead } from '../../shared/contracts/conversation-state.ts';
import type { InboxRow } from '../../shared/contracts/inbox.ts';
import type { Activity } from '../../shared/contracts/wire/staff-socket.ts';
import type { ConversationMirror } from './conversation-mirror.ts';
import type { MirrorState, ReadyMirror } from './mirror-state.ts';
import type { InboxMirror, Workspace } from './workspace.ts';

const WorkspaceContext = createContext<Workspace | null>(null);

/** Hands the account's mirrors to everything below and keeps them listening while it is mounted. */
export function WorkspaceProvider({ workspace, children }: { workspace: Workspace; children: ReactNode }) {
  useEffect(() => workspace.start(), [workspace]);
  return <WorkspaceContext value={workspace}>{children}</WorkspaceContext>;
}

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === null) throw new Error('useWorkspace needs a WorkspaceProvider above it');
  return workspace;
}

export const useInbox = <T,>(select: (inbox: InboxMirror) => T): T => useStore(useWorkspace().inbox, select);
export const useInboxRow = (conversationId: string): InboxRow | undefined => useInbox((inbox) => inbox.rows.get(conversationId));
export const useOutbox = <T,>(select: (entries: readonly OutboxEntry[]) => T): T => useStore(useWorkspace().outbox, select);

const NOBODY: readonly Activity[] = [];
export const useActivity = (conversationId: string): readonly Activity[] => useStore(useWorkspace().activity, (all) => all[conversationId] ?? NOBODY);

/** The mirror of a conversation, followed while the component is mounted. */
export function useConversation(conversationId: string): ConversationMirror {
  const mirror = useWorkspace().conversation(conversationId);
  useEffect(() => mirror.start(), [mirror]);
  return mirror;
}

export const useMirror = <T,>(conversationId: string, select: (mirror: MirrorState) => T): T => useStore(useWorkspace().conversation(conversationId).state, select);

/** A part of a conversation that is loaded. Only rendered below the gate that waits for it. */
export function useReady<T>(conversationId: string, select: (mirror: ReadyMirror) => T): T {
  return useMirror(conversationId, (mirror) => {
    if (mirror.kind !== 'ready') throw new Error('useReady below the gate that waits for the conversation');
    return select(mirror);
  });
}

export const useHead = <T,>(conversationId: string, select: (head: ConversationHead) => T): T =>
  useReady(conversationId, (mirror) => select(mirror.displayed.confirmed.head));
