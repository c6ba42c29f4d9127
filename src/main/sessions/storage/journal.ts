import { join } from 'node:path';
import type { Failure } from '../../../shared/contracts/errors.ts';
import { ok, type Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Log } from '../../ports/log.ts';
import { JOURNAL_SCHEMA, JournalTables } from './journal-tables.ts';
import type { Seal } from './seal.ts';
import { openStore } from './store-file.ts';

/**
 * The local cache: conversations as they were last seen, the list, and the cursors to ask from. Nothing in it is the only copy
 * of anything, so a failing journal costs time, never a word: it is reported once, and nothing waits for it.
 */
export type Journal = Pick<JournalTables, 'loadConversation' | 'saveSnapshot' | 'append' | 'loadInbox' | 'saveInbox' | 'replaceInbox' | 'close'>;

type Deps = { readonly folder: string; readonly seal: Seal; readonly clock: Clock; readonly log: Log; readonly onDamaged: () => void };

type Guard = <T>(run: () => T, otherwise: T) => T;

/** Answers with `otherwise` when the cache fails, and reports the first time only. */
function createGuard({ log, onDamaged }: Deps, wasDamaged: boolean): Guard {
  let isReported = wasDamaged;
  if (wasDamaged) onDamaged();
  return (run, otherwise) => {
    try {
      return run();
    } catch (problem) {
      log.error({ code: 'JOURNAL_CORRUPT', problem: String(problem) }, 'the local cache failed; what it holds comes again from the server');
      if (!isReported) onDamaged();
      isReported = true;
      return otherwise;
    }
  };
}

function guardTables(tables: JournalTables, guard: Guard): Journal {
  return {
    loadConversation: (conversationId) => guard(() => tables.loadConversation(conversationId), null),
    saveSnapshot: (state) => guard(() => tables.saveSnapshot(state), undefined),
    append: (state, events) => guard(() => tables.append(state, events), undefined),
    loadInbox: () => guard(() => tables.loadInbox(), { position: 0, rows: [] }),
    saveInbox: (rows, cursor) => guard(() => tables.saveInbox(rows, cursor), undefined),
    replaceInbox: (rows, cursor) => guard(() => tables.replaceInbox(rows, cursor), undefined),
    close: () => tables.close(),
  };
}

/** Opens the account's journal and trims it; a damaged one is replaced by an empty one and reported. */
export function openJournal(deps: Deps): Result<Journal, Failure> {
  const { folder, seal, clock } = deps;
  const opened = openStore({ file: join(folder, 'journal.sqlite'), schema: JOURNAL_SCHEMA, version: 1, durability: 'normal', now: clock.now() });
  if (!opened.ok) return opened;
  const { db, damaged } = opened.value;
  const tables = new JournalTables(db, seal, clock.now);
  const guard = createGuard(deps, damaged);
  guard(() => tables.trim(), undefined);
  return ok(guardTables(tables, guard));
}
