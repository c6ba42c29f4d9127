import type { z } from 'zod';
import type { Id } from '../../../shared/contracts/basics.ts';
import type { LogEvent } from '../../../shared/contracts/events/envelope.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { ApiCall, ApiPart } from '../../api/api-handlers.ts';
import { viewForStaff } from '../../audience/staff-view.ts';
import type { LogReader } from '../../log/log-reader.ts';
import { presentRow } from '../../log/stored-conversation.ts';
import type { BackendModule } from '../../module.ts';
import { DESK_ROLES } from '../../policy/rules.ts';
import type { Conversations } from './conversation-repository.ts';

type Dependencies = { readonly reader: LogReader; readonly conversations: Conversations };

/** Events as they travel: their payloads and contents were JSON in the database, which their type has forgotten. */
const toJson = (events: readonly LogEvent[]): z.core.util.JSONType[] => JSON.parse(JSON.stringify(events)) as z.core.util.JSONType[];

function conversationsApi({ reader, conversations }: Dependencies): ApiPart {
  const open = async ({ principal }: ApiCall, conversationId: Id) => (principal && (await conversations.mayRead(principal.accountId, conversationId)) ? viewForStaff(principal.accountId) : null);
  return {
    conversations: {
      get: async ({ conversationId }, call) => {
        const view = await open(call, conversationId);
        const state = view && (await reader.state(conversationId, view));
        return state ? ok(state) : err({ code: 'NOT_FOUND' });
      },
      page: async ({ conversationId, before, asOf }, call) => {
        const view = await open(call, conversationId);
        return view ? ok(await reader.page({ conversationId, before, asOf }, view)) : err({ code: 'NOT_FOUND' });
      },
      search: async ({ text }, { principal }) => {
        const ids = principal && text.trim() !== '' ? await conversations.search(principal.shopIds, text.trim()) : [];
        const found = await Promise.all(ids.map((id) => reader.conversation(id)));
        return ok(found.filter((one) => one !== null).map(presentRow));
      },
    },
    events: {
      list: async ({ conversationId, afterSeq }, call) => {
        const view = await open(call, conversationId);
        const conversation = view && (await reader.conversation(conversationId));
        if (!view || !conversation) return err({ code: 'NOT_FOUND' });
        const events = (await reader.catchUpAfter(conversationId, afterSeq)).map(view);
        return ok({ events: toJson(events), headSeq: conversation.head.seq });
      },
    },
  };
}

/** Conversations read over HTTP: snapshots, older pages, the log itself. */
export const createConversationsModule = (deps: Dependencies): BackendModule => ({
  name: 'conversations',
  policy: { api: { 'conversations.get': DESK_ROLES, 'conversations.page': DESK_ROLES, 'conversations.search': DESK_ROLES, 'events.list': DESK_ROLES } },
  api: conversationsApi(deps),
});
