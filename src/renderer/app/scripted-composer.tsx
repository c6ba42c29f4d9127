import type { ReactNode } from 'react';
import type { AppState } from '../../shared/contracts/bridge/app-state.ts';
import type { OutboxEntry } from '../../shared/contracts/bridge/outbox.ts';
import type { StaffCommand } from '../../shared/contracts/commands.ts';
import { initialConversation } from '../../shared/domain/reducers/initial-head.ts';
import { foldConversation } from '../../shared/domain/reducers/reduce-conversation.ts';
import { err, ok } from '../../shared/lib/result.ts';
import { CONVERSATION, createLog, createScriptedMain, CUSTOMER, ME, SHOP, START, type ScriptedMain } from '../bridge/scripted-main.ts';
import { useConversation, useMirror } from '../bridge/workspace-context.tsx';
import { Composer } from '../features/composer/composer.tsx';
import { createScriptedWindow, type ScriptedWindow } from './scripted-window.tsx';

/** What main answers to an act it has taken. */
export const entryOf = ({ id, type, seenSeq }: StaffCommand): OutboxEntry => ({ id, conversationId: CONVERSATION, lane: 'messages', type, payload: {}, seenSeq, createdAt: START, state: { kind: 'queued' } });

const macros = [{ slug: 'greet', key: 'hi', title: { zh: 'Zhaohu', en: 'Greeting' }, body: { zh: 'Ni hao, {agent}', en: 'Hello, this is {agent}' } }];

/** What a main answers that takes whatever it is given; a test puts its own answers over it. */
export const willingly = {
  queries: { 'draft.get': () => ok(null), 'api.ask': ({ path }: { path: readonly string[] }) => (path[1] === 'macros' ? ok(macros) : err({ code: 'NOT_FOUND' as const })) },
  commands: { act: (command: unknown) => ok(entryOf(command as StaffCommand)), 'composer.claim': () => ok(null), 'draft.save': () => ok({ savedAt: START }) },
};

export const willing = (): ScriptedMain => createScriptedMain(willingly);

/** How the composer is found: whose the conversation is, and what the window's state differs in. */
type Opening = { readonly owner?: string; readonly app?: Partial<AppState> };

type ScriptedComposer = ScriptedWindow & {
  /** The composer behind the gate that every part of the desk stands behind. */
  readonly Opened: () => ReactNode;
  /** Main says what the conversation is: the customer has written and somebody has it. */
  readonly begin: () => void;
  /** Main says that somebody else has it from now on. */
  readonly passTo: (agentId: string) => void;
  readonly actsOf: () => StaffCommand[];
};

function Opened() {
  useConversation(CONVERSATION);
  return useMirror(CONVERSATION, (mirror) => mirror.kind) === 'ready' ? <Composer conversationId={CONVERSATION} /> : null;
}

/** The composer of one conversation in a window for tests. */
export function createScriptedComposer(main: ScriptedMain, { owner = ME, app = {} }: Opening = {}): ScriptedComposer {
  const event = createLog();
  const accepted = (agentId: string) => event({ type: 'assignment.accepted', payload: { agentId, how: 'dispatched', reasons: [], ruleVersion: '1' } });
  const begin = (): void => {
    const asked = { text: 'hello?', attachments: [], buttons: [] };
    const opened = event({ type: 'episode.opened', payload: { episode: 1, mode: 'person', language: 'en' } });
    const events = [opened, accepted(owner), event({ type: 'message.posted', payload: { language: 'en' }, content: asked })];
    const { state } = foldConversation(initialConversation({ conversationId: CONVERSATION, shopId: SHOP, customerId: CUSTOMER, language: 'en' }), events);
    main.say('session', { kind: 'snapshot', state });
  };
  return {
    ...createScriptedWindow(main, app),
    Opened,
    begin,
    passTo: (agentId) => main.say('session', { kind: 'events', events: [accepted(agentId)] }),
    actsOf: () => main.given.filter(({ name }) => name === 'act').map(({ input }) => input as StaffCommand),
  };
}
