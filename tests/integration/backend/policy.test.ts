import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiContract } from '../../../src/shared/contracts/api/contract.ts';
import type { STAFF_COMMANDS } from '../../../src/shared/contracts/commands.ts';
import { roleSchema, type Role } from '../../../src/shared/contracts/people.ts';
import type { ApiPath } from '../../../src/backend/api/api-handlers.ts';
import type { Policy } from '../../../src/backend/policy/policy.ts';
import { startBackend, type BackendUnderTest } from './backend-under-test.ts';

const desk: readonly Role[] = ['agent', 'lead', 'admin'];
const leads: readonly Role[] = ['lead', 'admin'];
const everybody = roleSchema.options;

/** Who may give which command: every command there is stands here. */
const COMMANDS: { readonly [T in keyof typeof STAFF_COMMANDS]: readonly Role[] } = {
  'message.post': desk, 'message.edit': desk, 'message.recall': desk, 'note.post': desk, 'whisper.post': leads, 'read.advance': desk,
  'conversation.take-over': desk, 'conversation.transfer': desk, 'conversation.snooze': desk, 'conversation.unsnooze': desk,
  'episode.resolve': desk, 'episode.reopen': desk, 'flag.judge': desk, 'suggestion.observe': desk,
  'action.execute': desk, 'action.decide': leads, 'ticket.change': desk, 'ticket.escalate': desk,
};

/** Who may call which procedure; `anyone` has not signed in. */
const PROCEDURES: { readonly [P in ApiPath]: readonly (Role | 'anyone')[] } = {
  'meta.handshake': ['anyone', ...everybody],
  'auth.signIn': ['anyone', ...everybody],
  'auth.refresh': ['anyone', ...everybody],
  'auth.signOut': everybody,
  'visitor.start': ['anyone', ...everybody],
  'conversations.get': desk, 'conversations.page': desk, 'conversations.search': desk,
  'customers.get': desk, 'actions.list': desk, 'actions.preview': desk,
  'knowledge.search': desk, 'knowledge.get': desk, 'knowledge.macros': desk,
  'people.list': desk, 'events.list': desk,
};

const allPaths = Object.entries(apiContract).flatMap(([group, procedures]) => Object.keys(procedures).map((name) => `${group}.${name}` as ApiPath));

describe('the policy', () => {
  let backend: BackendUnderTest;
  let policy: Policy;
  beforeAll(async () => {
    backend = await startBackend({ isRunning: false });
    policy = backend.app.assembly.policy;
  });
  afterAll(() => backend.stop());

  it.each(Object.entries(COMMANDS))('lets %s be given by exactly these roles', (type, allowed) => {
    expect(everybody.filter((role) => policy.mayCommand(role, type))).toEqual(everybody.filter((role) => allowed.includes(role)));
  });

  it.each(allPaths)('lets %s be called by exactly these', (path) => {
    const callers = [null, ...everybody].filter((role) => policy.mayCall(role, path)).map((role) => role ?? 'anyone');
    expect(callers.toSorted()).toEqual([...PROCEDURES[path]].toSorted());
  });

  it('lets the desk connect and nobody else', () => {
    expect(everybody.filter((role) => policy.mayConnect(role))).toEqual(everybody.filter((role) => desk.includes(role)));
  });

  it('denies what has no rule', () => {
    expect(everybody.some((role) => policy.mayCommand(role, 'constructor') || policy.mayCommand(role, 'message.dance'))).toBe(false);
    expect(policy.mayCall(null, 'nothing.here' as ApiPath)).toBe(false);
  });
});
