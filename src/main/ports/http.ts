export type HttpRequest = {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly signal?: AbortSignal;
};

export type HttpResponse = {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
  readonly text: () => Promise<string>;
  readonly arrayBuffer: () => Promise<ArrayBuffer>;
};

/** What `fetch` is, as far as it is used. Rejects when no answer comes. */
export type Http = (url: string, request: HttpRequest) => Promise<HttpResponse>;
