/** The room's public face: what a host's transport speaks to. */
export { Router } from './router.ts';
export { wordsOf } from './notice-words.ts';
export { attachmentHeaders, blobOfPath, pageHeaders, withNonce } from './page-policy.ts';
export type { Attention, Caller, Peer } from './peer.ts';
