/** The process's log: facts and a plain sentence for the person who runs it; never customer text, never a secret. */
export type Log = {
  readonly info: (facts: object, message: string) => void;
  readonly warn: (facts: object, message: string) => void;
  readonly error: (facts: object, message: string) => void;
};
