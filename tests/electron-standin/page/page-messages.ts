/** What the preload says to the main process. */
export type IpcFromPage =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'preload-failed'; readonly error: unknown };

/** What comes from the preload's world: the preload's words, and news of the document. */
export type FromPage = IpcFromPage | { readonly kind: 'title'; readonly title: string };

/** What the main process tells the preload's world. */
export type ToPage =
  | { readonly kind: 'event'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'resolved'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'rejected'; readonly id: number; readonly message: string };
