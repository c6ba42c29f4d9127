import type { Language } from '../../shared/contracts/basics.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import type { Notice } from '../ports/notifier.ts';

export type NoticeWords = { readonly title: string; readonly body: string };

/** The words of main and of the browser host: a notice is shown outside any page, where the renderer's catalogue isn't. */
const WORDS = {
  zh: {
    assigned: (customer: string) => `新会话：${customer}`,
    wrote: (customer: string, unread: number) => (unread > 1 ? `${customer}（${unread} 条新消息）` : customer),
    waiting: (count: number) => `${count} 个会话等待过久`,
    longest: (customer: string) => `等待最久：${customer}`,
    approval: '有操作等你批准',
    file: '发来一个文件',
    trouble: {
      JOURNAL_CORRUPT: { title: '本地缓存已损坏', body: '缓存已从服务器重新获取，未发送的消息和草稿不受影响。' },
      WORK_CORRUPT: { title: '未发送的消息和草稿无法读取', body: '原文件已移到一旁并保留。请检查最近的回复是否都已发出。' },
    },
  },
  en: {
    assigned: (customer: string) => `New conversation: ${customer}`,
    wrote: (customer: string, unread: number) => (unread > 1 ? `${customer} (${unread} new messages)` : customer),
    waiting: (count: number) => (count === 1 ? '1 conversation is waiting too long' : `${count} conversations are waiting too long`),
    longest: (customer: string) => `Longest wait: ${customer}`,
    approval: 'An action waits for your approval',
    file: 'Sent a file',
    trouble: {
      JOURNAL_CORRUPT: { title: 'The local cache was damaged', body: 'It is fetched again from the server. Unsent messages and drafts are not affected.' },
      WORK_CORRUPT: { title: 'Unsent messages and drafts could not be read', body: 'Their file was set aside and kept. Please check that your last replies have gone out.' },
    },
  },
} as const;

/** Title and body of a notice in the desk's language. */
export function wordsOf(notice: Notice, language: Language): NoticeWords {
  const words = WORDS[language];
  const said = (text: string | null): string => (text === null || text === '' ? words.file : text);
  switch (notice.kind) {
    case 'assigned': return { title: words.assigned(notice.customer), body: said(notice.text) };
    case 'customer-wrote': return { title: words.wrote(notice.customer, notice.unread), body: said(notice.text) };
    case 'approval': return { title: words.approval, body: notice.customer };
    case 'waiting': return { title: words.waiting(notice.count), body: words.longest(notice.customer) };
    case 'trouble': return words.trouble[notice.code];
    default: return assertNever(notice);
  }
}
