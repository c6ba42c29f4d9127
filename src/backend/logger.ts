/** The process's log as the rooms see it: facts first, then what they mean. Never customer text: the facts are ids and codes. */
export type Logger = {
  readonly info: (facts: { readonly [key: string]: unknown }, message: string) => void;
  readonly warn: (facts: { readonly [key: string]: unknown }, message: string) => void;
  readonly error: (facts: { readonly [key: string]: unknown }, message: string) => void;
};
