import type { App } from '../../../src/backend/app.ts';
import type { CustomerPrincipal, StaffPrincipal } from '../../../src/backend/principal.ts';
import { messageContentSchema, type Attachment } from '../../../src/shared/contracts/message.ts';
import type { FileSent, FileThere, FinalLog } from '../history/history.ts';
import { contentOf } from './file-content.ts';
import type { World } from './world.ts';

/** What customers sent as files, and whether each has to be in the log. */
export function filesSent({ files, pages }: World): FileSent[] {
  return files.map(({ name, page, life }) => {
    const chat = pages[page]?.chat;
    const isShown = chat?.uploads.get().some((upload) => upload.name === name) || chat?.outgoing.get().some(({ payload }) => payload.attachments.some((attachment) => attachment.name === name));
    return { name, isAwaited: pages[page]?.life === life && !isShown };
  });
}

const attachmentsOf = ({ events }: FinalLog): Attachment[] =>
  events.filter(({ type }) => type === 'message.posted').flatMap(({ content }) => messageContentSchema.safeParse(content).data?.attachments ?? []);

type Readers = { readonly staff: StaffPrincipal; readonly stranger: CustomerPrincipal };

async function readersOf({ accountOf, pages }: World, { services }: App, conversationId: string): Promise<Readers | null> {
  const account = await services.accounts.find(accountOf(0));
  const other = pages.find(({ visit }) => visit && visit.conversationId !== conversationId)?.visit;
  if (!account || !other) return null;
  const [shopId = ''] = account.shopIds;
  return {
    staff: { kind: 'staff', accountId: account.id, sessionId: '', role: account.role, shopIds: account.shopIds },
    stranger: { kind: 'customer', customerId: other.customerId, conversationId: other.conversationId, shopId, identified: false },
  };
}

async function lookFor({ services: { blobs } }: App, { staff, stranger }: Readers, { blobId, name }: Attachment): Promise<FileThere> {
  const found = await blobs.get(staff, blobId);
  const isWhole = found.ok && found.value.bytes.equals(contentOf(name));
  return { name, found: isWhole ? 'whole' : found.ok ? 'changed' : 'missing', isOpenToOthers: (await blobs.get(stranger, blobId)).ok };
}

/** Every file that stands in a log, as staff who didn't send it, and a customer whom it is none of, find it in the store. */
export async function filesThere(world: World, app: App, logs: readonly FinalLog[]): Promise<FileThere[]> {
  const found = await Promise.all(
    logs.map(async (log) => {
      const readers = await readersOf(world, app, log.conversationId);
      return readers ? Promise.all(attachmentsOf(log).map((attachment) => lookFor(app, readers, attachment))) : [];
    }),
  );
  return found.flat();
}
