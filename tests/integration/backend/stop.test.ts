import { once } from 'node:events';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Timers } from '../../../src/backend/clock.ts';
import { openSqlite } from '../../../src/backend/db/open-sqlite.ts';
import { CLOSING_MS } from '../../../src/backend/http/connections.ts';
import { systemTimers } from '../../../src/backend/system-timers.ts';
import { startBackend, type BackendUnderTest } from './backend-under-test.ts';
import { openPage } from './line-under-test.ts';
import { openRaw, uploadHead, type RawConnection } from './raw-connection.ts';

const FILE = '%PDF-some bytes';

describe('an orderly stop', () => {
  let backend: BackendUnderTest;
  let connections: RawConnection[];
  /** What the stop does when its patience is over; a test decides when that is. */
  let impatience: (() => void)[];
  beforeEach(async () => {
    connections = [];
    impatience = [];
    const timers: Timers = {
      ...systemTimers,
      after: (ms, run) => {
        if (ms !== CLOSING_MS) return systemTimers.after(ms, run);
        impatience.push(run);
        return () => void impatience.splice(0);
      },
    };
    backend = await startBackend({ timers });
  });
  afterEach(async () => {
    for (const { socket } of connections) socket.destroy();
    await backend.stop();
  });

  const open = async (): Promise<RawConnection> => {
    const connection = await openRaw(backend);
    connections.push(connection);
    return connection;
  };
  const beginUpload = async () => {
    const { token } = await backend.startVisit();
    const connection = await open();
    const begun = once(backend.app.server.server, 'request');
    connection.socket.write(`${uploadHead(token, FILE.length)}${FILE.slice(0, 5)}`);
    await begun;
    return connection;
  };
  /** A websocket that never answers, not even a goodbye. */
  const openSilentLine = async () => {
    const connection = await open();
    connection.socket.write('GET /rt/?EIO=4&transport=websocket HTTP/1.1\r\nhost: baton\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: MDEyMzQ1Njc4OWFiY2RlZg==\r\n\r\n');
    await expect.poll(connection.heard).toContain('101 Switching Protocols');
    return connection;
  };
  const leases = () => backend.app.services.database.work.read((db) => db.selectFrom('reaction_cursors').select('lease_owner').where('lease_owner', 'is not', null).execute());
  const openAgain = async (): Promise<void> => {
    const database = await openSqlite({ file: path.join(backend.folder, 'baton.db'), clock: Date.now, timers: systemTimers });
    await database.close();
  };

  it('ends, and lets go of the folder, though a request stays half sent and a connection silent', async () => {
    const [silent, half, line] = [await open(), await beginUpload(), await openSilentLine()];
    const stopped = backend.app.stop();
    await silent.gone;
    await expect.poll(leases).toEqual([]);
    expect(impatience).toHaveLength(1);
    for (const lose of impatience.splice(0)) lose();
    await Promise.all([stopped, half.gone, line.gone]);
    await openAgain();
  });

  it('lets a request under way end, and waits no longer than that', async () => {
    const upload = await beginUpload();
    const stopped = backend.app.stop();
    await expect.poll(() => impatience).toHaveLength(1);
    upload.socket.write(FILE.slice(5));
    await Promise.all([stopped, upload.gone]);
    expect(upload.heard()).toMatch(/^HTTP\/1\.1 200 OK/);
    expect(impatience).toHaveLength(0);
    await openAgain();
  });

  it('ends at once where nobody asks anything', async () => {
    const { token } = await backend.startVisit();
    await openPage(backend.url, token);
    await open();
    await backend.app.stop();
    expect(impatience).toHaveLength(0);
    await openAgain();
  });
});
