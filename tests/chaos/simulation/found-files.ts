import type { Accounts } from '../../../src/backend/modules/accounts/account-repository.ts';
import type { Blobs } from '../../../src/backend/modules/blobs/blob-store.ts';
import type { CustomerPrincipal, StaffPrincipal } from '../../../src/backend/principal.ts';
import { messageContentSchema, type Attachment } from '../../../src/shared/contracts/message.ts';
import type { FileSent, FileThere, FinalLog } from '../history/history.ts';
import { contentOf } from './file-content.ts';
import type { Chat } from '../../../src/widget/channel/chat.ts';
import type { VisitorSession } from '../../../src/widget/channel/visitor-api.ts';

/** Chat pages, and what was sent on them as files. */
type Pages = {
  readonly files: readonly { readonly name: string; readonly page: number; readonly life: number }[];
  readonly pages: readonly { readonly chat: Chat | null; readonly life: number }[];
};

/** What customers sent as files, and whether each has to be in the log. */
export function filesSent({ files, pages }: Pages): FileSent[] {
  return files.map(({ name, page, life }) => {
    const chat = pages[page]?.chat;
    const isShown = chat?.uploads.get().some((upload) => upload.name === name) || chat?.outgoing.get().some(({ payload }) => payload.attachments.some((attachment) => attachment.name === name));
    return { name, isAwaited: pages[page]?.life === life && !isShown };
  });
}

const attachmentsOf = ({ events }: FinalLog): Attachment[] =>
  events.filter(({ type }) => type === 'message.posted').flatMap(({ content }) => messageContentSchema.safeParse(content).data?.attachments ?? []);

/** The backend's own ways to accounts and files. */
export type FileStore = { readonly accounts: Accounts; readonly blobs: Blobs };

/** Somebody of the staff, and the customers who have come. */
export type FileReaders = { readonly staffId: string; readonly visits: readonly VisitorSession[] };

type Readers = { readonly staff: StaffPrincipal; readonly stranger: CustomerPrincipal };

async function readersOf({ accounts }: FileStore, { staffId, visits }: FileReaders, conversationId: string): Promise<Readers | null> {
  const account = await accounts.find(staffId);
  const other = visits.find((visit) => visit.conversationId !== conversationId);
  if (!account || !other) return null;
  const [shopId = ''] = account.shopIds;
  return {
    staff: { kind: 'staff', accountId: account.id, sessionId: '', role: account.role, shopIds: account.shopIds },
    stranger: { kind: 'customer', customerId: other.customerId, conversationId: other.conversationId, shopId, identified: false },
  };
}

async function lookFor({ blobs }: FileStore, { staff, stranger }: Readers, { blobId, name }: Attachment): Promise<FileThere> {
  // Bytes that are gone are an error of the disk.
  const found = await blobs.get(staff, blobId).catch(() => null);
  const isWhole = found?.ok && found.value.bytes.equals(contentOf(name));
  return { name, found: isWhole ? 'whole' : found?.ok ? 'changed' : 'missing', isOpenToOthers: (await blobs.get(stranger, blobId)).ok };
}

/** Every file that stands in a log, as staff who didn't send it, and a customer whom it is none of, find it in the store. */
export async function filesThere(store: FileStore, people: FileReaders, logs: readonly FinalLog[]): Promise<FileThere[]> {
  const found = await Promise.all(
    logs.map(async (log) => {
      const readers = await readersOf(store, people, log.conversationId);
      return readers ? Promise.all(attachmentsOf(log).map((attachment) => lookFor(store, readers, attachment))) : [];
    }),
  );
  return found.flat();
}
