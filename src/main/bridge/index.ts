/** The room's public face: what a host's transport speaks to. */
export { Router, type RouterDeps } from './router.ts';
export { wordsOf, type NoticeWords } from './notice-words.ts';
export type { Attention, Caller, Peer } from './peer.ts';
export type { OpenLink } from './handlers/outside.ts';
export { attachmentHeaders, blobOfPath, pageHeaders, withNonce, type PageHeaders } from './page-policy.ts';
