import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openSqlite } from '../../../../src/backend/db/open-sqlite.ts';
import { createLogReader } from '../../../../src/backend/log/log-reader.ts';
import { systemTimers } from '../../../../src/backend/system-timers.ts';
import type { LogEvent } from '../../../../src/shared/contracts/events/envelope.ts';
import type { Told } from './told-by-backend.ts';

/** More than any record holds. */
const ALL = 1_000_000;

type Found = { readonly hasFile: (blobId: string) => boolean; readonly ids: ReadonlyMap<string, number>; readonly places: ReadonlyMap<string, number>; readonly positions: ReadonlySet<string>; readonly publicPlaces: ReadonlySet<string> };

const countBy = (events: readonly LogEvent[], key: (event: LogEvent) => string): Map<string, number> =>
  new Map([...Map.groupBy(events, key)].map(([value, all]) => [value, all.length]));

/** Whether the bytes are those that the file is named after. */
function hasFileIn(folder: string, blobId: string): boolean {
  try {
    return createHash('sha256').update(readFileSync(path.join(folder, 'blobs', blobId.slice(0, 2), blobId))).digest('hex') === blobId;
  } catch {
    return false;
  }
}

const indexOf = (folder: string, events: readonly LogEvent[]): Found => ({
  hasFile: (blobId) => hasFileIn(folder, blobId),
  ids: countBy(events, ({ id }) => id),
  places: countBy(events, ({ conversationId, seq }) => `${conversationId} ${seq}`),
  positions: new Set(events.map(({ position, seq }) => `${position} ${seq}`)),
  publicPlaces: new Set(events.map(({ publicSeq, at }) => `${publicSeq} ${at}`)),
});

function isThere(found: Found, told: Told): boolean {
  switch (told.kind) {
    case 'event': return found.ids.get(told.id) === 1 && found.places.get(`${told.conversationId} ${told.seq}`) === 1;
    case 'file': return found.hasFile(told.blobId);
    case 'staff-answer': return told.seq === 0 || found.positions.has(`${told.position} ${told.seq}`);
    case 'customer-answer': return found.publicPlaces.has(`${told.publicSeq} ${told.at}`);
  }
}

async function readEvents(folder: string): Promise<LogEvent[]> {
  const database = await openSqlite({ file: path.join(folder, 'baton.db'), clock: Date.now, timers: systemTimers });
  try {
    return await createLogReader(database).newEventsAfter(0, ALL);
  } finally {
    await database.close();
  }
}

/**
 * Opens what power loss left with the backend's own code, and answers with what outsiders were told and is not there exactly once;
 * with all of it when nothing can be opened.
 */
export async function lostByBackend(folder: string, told: readonly Told[]): Promise<string[]> {
  try {
    const found = indexOf(folder, await readEvents(folder));
    return told.filter((one) => !isThere(found, one)).map((one) => JSON.stringify(one));
  } catch (problem) {
    return told.map((one) => `${JSON.stringify(one)}: ${String(problem)}`);
  }
}
