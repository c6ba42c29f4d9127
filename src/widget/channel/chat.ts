import type { AcceptedByCustomer, CustomerCommand } from '../../shared/contracts/commands.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import type { Button } from '../../shared/contracts/message.ts';
import type { CustomerSyncAnswer } from '../../shared/contracts/wire/customer-socket.ts';
import type { Thread } from '../../shared/domain/reducers/reduce-thread.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { Clock, Random } from './clock.ts';
import { createConfirmSoon } from './confirm-soon.ts';
import { Link, type LinkState } from './link.ts';
import { createNewId } from './new-id.ts';
import { Outbox } from './outbox.ts';
import { recallOutgoing, type Outgoing } from './outgoing.ts';
import { createPictures, type Pictures } from './pictures.ts';
import { createReadMarks } from './read-marks.ts';
import { createSession, type Who } from './session.ts';
import type { Shelf } from './shelf.ts';
import type { OpenSocket } from './socket.ts';
import { createStore, type Store } from './store.ts';
import { createThreadFeed } from './thread-feed.ts';
import { createOtherTyping, createOwnTyping } from './typing.ts';
import { createUploads, type Upload } from './uploads.ts';
import type { VisitorApi } from './visitor-api.ts';

/** The customer's conversation as the page shows it, and what they can do in it. */
export type Chat = {
  readonly thread: Store<Thread>;
  readonly line: Store<LinkState>;
  readonly outgoing: Store<readonly Outgoing[]>;
  readonly uploads: Store<readonly Upload[]>;
  readonly isOtherTyping: Store<boolean>;
  readonly pictures: Pictures;
  readonly say: (text: string) => Result<Outgoing, Failure>;
  /** Presses a button that stands under a message. */
  readonly choose: (messageId: string, button: Button) => void;
  readonly sendPicture: (file: File) => void;
  readonly dropPicture: (id: string) => void;
  readonly retry: (id: string) => void;
  readonly drop: (id: string) => void;
  readonly typing: { readonly write: () => void; readonly stop: () => void };
  /** All that is there has been seen. */
  readonly markRead: () => void;
  readonly reconnectNow: () => void;
  readonly start: () => void;
  readonly stop: () => void;
};

export type ChatDeps = {
  readonly who: Who;
  readonly api: VisitorApi;
  readonly openSocket: OpenSocket;
  readonly shelf: Shelf;
  readonly clock: Clock;
  readonly random: Random;
  /** An address under which the page can show these bytes. */
  readonly show: (blob: Blob) => string;
};

/** The parts of a chat, wired to each other. */
function connectParts({ who, api, openSocket, shelf, clock, random, show }: ChatDeps) {
  // What an earlier page has left goes first, also when the device's clock was set back since.
  const newId = createNewId(clock, random, recallOutgoing(shelf).at(-1)?.id ?? null);
  const session = createSession(api, who);
  const line = createStore<LinkState>({ kind: 'connecting' });
  const otherTyping = createOtherTyping(clock);
  const link = new Link({ session, openSocket, clock, random }, {
    onState: (state) => {
      line.update(() => state);
      if (state.kind === 'open') void handleOpen();
    },
    onEvents: (events) => feed.receive(events),
    onHeartbeat: ({ publicSeq }) => feed.hearHead(publicSeq),
    onTyping: ({ typing }) => otherTyping.hear(typing),
  });
  const send = (command: CustomerCommand) => link.request<AcceptedByCustomer>('command', command);
  const feed = createThreadFeed((afterPublicSeq) => link.request<CustomerSyncAnswer>('sync', { afterPublicSeq }));
  const outbox = new Outbox({ shelf, newId, clock, random, send });
  const pictures = createPictures((blobId) => session.withToken((token) => api.download(token, blobId)), show);
  const uploads = createUploads({
    newId, clock, random,
    upload: (file) => session.withToken((token) => api.upload(token, file)),
    preview: show,
    onDone: (attachment, preview) => {
      pictures.remember(attachment.blobId, preview);
      outbox.post({ text: '', attachments: [attachment] });
    },
  });
  // Asking for what comes after N also tells the shop that everything up to N has arrived.
  const confirmSoon = createConfirmSoon(clock, () => void feed.catchUp());
  feed.thread.subscribe(() => {
    outbox.settle(feed.thread.get().items);
    confirmSoon();
  });

  /** The subscription is in force: first what was missed, so that nothing is sent that the log has already. */
  async function handleOpen(): Promise<void> {
    await feed.catchUp();
    outbox.pump();
  }

  return { link, line, feed, outbox, pictures, uploads, otherTyping, ownTyping: createOwnTyping(clock, (typing) => link.tell('typing', { typing })), markRead: createReadMarks(newId, send) };
}

export function createChat(deps: ChatDeps): Chat {
  const { link, line, feed, outbox, pictures, uploads, otherTyping, ownTyping, markRead } = connectParts(deps);
  return {
    thread: feed.thread,
    line,
    outgoing: outbox.entries,
    uploads: uploads.list,
    isOtherTyping: otherTyping.store,
    pictures,
    say: (text) => {
      ownTyping.stop();
      return outbox.post({ text, attachments: [] });
    },
    choose: (messageId, { id, label }) => void outbox.post({ text: label, attachments: [], choice: { messageId, buttonId: id } }),
    sendPicture: uploads.add,
    dropPicture: uploads.drop,
    retry: (id) => outbox.retry(id),
    drop: (id) => outbox.drop(id),
    typing: ownTyping,
    markRead: () => void markRead(feed.thread.get()),
    reconnectNow: () => link.reconnectNow(),
    start: () => link.start(),
    stop: () => link.stop(),
  };
}
