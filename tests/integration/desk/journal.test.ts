import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMachine, isLive, signIn, workspaceOf, type Machine } from './desk-under-test.ts';
import { startFarEnd, testId, type FarEnd } from './far-end.ts';
import { until } from './until.ts';

let far: FarEnd;
let machine: Machine;

beforeEach(async () => {
  far = await startFarEnd();
  machine = createMachine();
});
afterEach(() => far.close());

/** The one profile's folder. */
const profile = () => join(machine.dataFolder, readdirSync(machine.dataFolder)[0] ?? '');

describe('a damaged journal', () => {
  it('is moved aside and said once; drafts and outbox are not touched; all comes again from the server', async () => {
    const conversationId = far.begin();
    const desk = machine.start();
    const workspace = await signIn(desk, far.url);
    far.script(() => 'silent');
    workspace.act({ id: testId(), type: 'note.post', conversationId, seenSeq: 0, payload: { text: 'unsent' } });
    workspace.drafts.save({ conversationId, mode: 'reply', text: 'a draft', attachments: [] });
    desk.close();
    writeFileSync(join(profile(), 'journal.sqlite'), 'this is no database, and never was one '.repeat(100));

    const again = machine.start();
    await again.restore();
    const reopened = workspaceOf(again);
    expect(machine.shown.filter(({ notice }) => notice.kind === 'trouble')).toHaveLength(1);
    expect(readdirSync(profile()).filter((name) => name.includes('journal.sqlite.damaged'))).toHaveLength(1);
    expect(reopened.drafts.get({ conversationId, mode: 'reply' })).toMatchObject({ text: 'a draft' });
    expect(reopened.outbox.entries()).toHaveLength(1);
    await isLive(reopened);
    expect(reopened.feed.state.rows.has(conversationId)).toBe(true);
    again.close();
  });

  it('sealed with another key is not read, and not trusted', async () => {
    const conversationId = far.begin();
    const desk = machine.start();
    const workspace = await signIn(desk, far.url);
    const { session } = workspace.sessions.hold(conversationId, { isLooking: () => false });
    await until(session.news.on, () => session.state !== null);
    desk.close();
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(join(profile(), 'journal.sqlite'));
    expect(String(db.prepare('SELECT body FROM snapshots').get()?.['body'])).not.toContain('hello');
    db.exec("UPDATE snapshots SET body = x'00'; UPDATE inbox SET body = x'00'");
    db.close();
    const again = machine.start();
    await again.restore();
    expect(machine.shown.filter(({ notice }) => notice.kind === 'trouble')).toHaveLength(1);
    const reopened = workspaceOf(again);
    await isLive(reopened);
    expect(reopened.feed.state.rows.has(conversationId)).toBe(true);
    again.close();
  });
});
