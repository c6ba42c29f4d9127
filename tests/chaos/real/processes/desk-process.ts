import path from 'node:path';
import type { ErrorCode } from '../../../../src/shared/contracts/errors.ts';
import type { DeskReport, DeskSetup, DeskStatus, FromDesk, ToDesk } from '../desk/desk-words.ts';
import { startProgram, type Program } from './program.ts';

const ENTRY = path.join(import.meta.dirname, '../desk/desk-entry.ts');

/** One life of a desk. */
export type DeskProcess = Omit<Program, 'tell'> & {
  readonly tell: (word: ToDesk) => void;
  /** The last it said of itself; null before the first. */
  readonly status: () => DeskStatus | null;
  /** Why nobody could sign in the last time that they could not. */
  readonly refusal: () => ErrorCode | null;
  /** What it shows now; null when nobody is signed in, or it dies before it answers. */
  readonly report: () => Promise<DeskReport | null>;
};

type Options = { readonly setup: DeskSetup; readonly prefix?: readonly string[]; /** Something about it is new, its end too. */ readonly onNews: () => void };

/** Starts a desk. */
export function startDesk({ setup, prefix = [], onNews }: Options): DeskProcess {
  let status: DeskStatus | null = null;
  let refusal: ErrorCode | null = null;
  let asked: ((report: DeskReport | null) => void)[] = [];
  const hear = (word: FromDesk): void => {
    switch (word.kind) {
      case 'status': status = word.status; return onNews();
      case 'refused': refusal = word.code; return onNews();
      case 'report': for (const answer of asked.splice(0)) answer(word.report);
    }
  };
  const program = startProgram({ entry: ENTRY, args: [JSON.stringify(setup)], env: process.env, prefix, onMessage: (word) => hear(word as FromDesk) });
  void program.ended.then(onNews);
  return {
    ...program,
    status: () => (program.isAlive() ? status : null),
    refusal: () => refusal,
    report: async () => {
      const answer = Promise.withResolvers<DeskReport | null>();
      asked = [...asked, answer.resolve];
      program.tell({ kind: 'report' });
      return Promise.race([answer.promise, program.ended.then(() => null)]);
    },
  };
}
