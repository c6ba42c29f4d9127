import type { ActionKind } from '../../shared/contracts/action.ts';
import type { ErrorCode } from '../../shared/contracts/errors.ts';

/** Every sentence of the page, in one language. */
export type Texts = {
  /** BCP 47, for the document. */
  readonly htmlLang: string;
  readonly title: string;
  readonly bot: string;
  readonly botNote: string;
  readonly queue: string;
  readonly queueNote: string;
  readonly person: string;
  readonly personNote: string;
  readonly resolvedNote: string;
  readonly reconnecting: string;
  readonly catchingUp: string;
  readonly transcript: string;
  readonly typing: string;
  /** By the code of a line in the thread; a code that isn't here is not shown. */
  readonly lines: { readonly [code: string]: ((name: string | null) => string) | undefined };
  readonly receipts: { readonly [K in ActionKind]: string };
  readonly receiptOther: string;
  readonly receiptNumber: (number: string) => string;
  readonly choices: string;
  readonly sending: string;
  readonly waiting: string;
  readonly delivered: string;
  readonly read: string;
  readonly edited: string;
  readonly recalled: string;
  readonly erased: string;
  readonly failed: (sentence: string) => string;
  readonly retry: string;
  readonly takeBack: string;
  readonly remove: string;
  readonly uploading: string;
  readonly picture: string;
  readonly pictureMissing: string;
  readonly openPicture: string;
  readonly file: (name: string) => string;
  readonly earlier: string;
  readonly below: (count: number) => string;
  readonly toEnd: string;
  readonly message: string;
  readonly placeholder: string;
  readonly send: string;
  readonly addPicture: string;
  readonly dropHere: string;
  readonly tooLong: (length: number, limit: number) => string;
  readonly reload: string;
  readonly welcome: string;
  readonly errors: { readonly [C in ErrorCode]?: string };
  readonly errorOther: string;
};

/** The sentence of a code, for a customer. */
export const errorText = (texts: Texts, code: ErrorCode): string => texts.errors[code] ?? texts.errorOther;
