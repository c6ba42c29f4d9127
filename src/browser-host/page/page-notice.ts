/** A notice as a page shows it, if its person allowed the browser to. */
export type PageNotice = { readonly tag: string; readonly title: string; readonly body: string; readonly conversationId: string | null };
