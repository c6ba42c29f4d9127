import type { Server } from 'socket.io';
import type { Language } from '../shared/contracts/basics.ts';
import { wordsOf } from '../main/bridge/index.ts';
import type { Notifier } from '../main/ports/notifier.ts';
import type { PageNotice } from './page/page-notice.ts';

/** Notices go to the open pages; a browser replaces those of one tag by itself and withdraws none. */
export const createPageNotifier = (io: () => Server | null, language: () => Language): Notifier => ({
  show: (tag, notice) => {
    const conversationId = 'conversationId' in notice ? notice.conversationId : null;
    io()?.emit('notice', { tag, ...wordsOf(notice, language()), conversationId } satisfies PageNotice);
  },
  withdraw: () => undefined,
  badge: () => undefined,
});
