import { describe, expect, it } from 'vitest';
import { foldPage } from '../../shared/domain/reducers/reduce-window.ts';
import { foldConversation } from '../../shared/domain/reducers/reduce-conversation.ts';
import { initialConversation } from '../../shared/domain/reducers/initial-head.ts';
import type { OutboxEntry } from '../../shared/contracts/bridge/outbox.ts';
import type { LogEvent } from '../../shared/contracts/events/envelope.ts';
import { endOlder, startOlder, stepMirror, trimmed, type MirrorState, type OlderRequest, type ReadyMirror } from './mirror-state.ts';
import { CONVERSATION, createLog, CUSTOMER, ME, SHOP, START } from './scripted-main.ts';

const empty = initialConversation({ conversationId: CONVERSATION, shopId: SHOP, customerId: CUSTOMER, language: 'en' });
const said = (text: string) => ({ type: 'message.posted', payload: { language: 'en' }, content: { text, attachments: [], buttons: [] } });

function ready(events: readonly LogEvent[]): ReadyMirror {
  const { state } = stepMirror({ kind: 'loading' }, { kind: 'snapshot', state: foldConversation(empty, events).state });
  if (state.kind !== 'ready') throw new Error('not ready');
  return state;
}

const textsOf = (mirror: MirrorState): (string | null)[] =>
  mirror.kind === 'ready' ? mirror.displayed.confirmed.window.items.map((item) => (item.kind === 'message' ? item.text : null)) : [];

const REQUEST: OlderRequest = { before: 2, asOf: 2 };

const entry = (id: string): OutboxEntry => ({
  id, conversationId: CONVERSATION, lane: 'messages', type: 'message.post', payload: { text: 'hello', attachments: [] }, seenSeq: 1, createdAt: START, state: { kind: 'in-flight' },
});

describe('the mirror of a conversation', () => {
  it('runs the same reducer as main over what comes', () => {
    const event = createLog();
    const first = event(said('one'));
    const second = event(said('two'));
    const { state, isGap } = stepMirror(ready([first]), { kind: 'events', events: [second] });
    expect(isGap).toBe(false);
    expect(textsOf(state)).toEqual(['one', 'two']);
  });

  it('keeps the very same state for a repeat', () => {
    const event = createLog();
    const first = event(said('one'));
    const mirror = ready([first]);
    const { state } = stepMirror(mirror, { kind: 'events', events: [first] });
    expect(state.kind === 'ready' && state.displayed).toBe(mirror.displayed);
  });

  it('refuses a gap and asks for the whole', () => {
    const event = createLog();
    const first = event(said('one'));
    event(said('lost'));
    const third = event(said('three'));
    const { state, isGap } = stepMirror(ready([first]), { kind: 'events', events: [third] });
    expect(isGap).toBe(true);
    expect(textsOf(state)).toEqual(['one']);
  });

  it('shows a pending message until the log has it, and never beside it', () => {
    const event = createLog();
    const mirror = ready([event(said('one'))]);
    const own = { ...event({ ...said('hello'), actor: { kind: 'agent', id: ME } }), id: 'own' };
    const pending = stepMirror(mirror, { kind: 'pending', entries: [entry('own')] }).state;
    expect(pending.kind === 'ready' && pending.displayed.pending.map(({ text }) => text)).toEqual(['hello']);
    const folded = stepMirror(pending, { kind: 'events', events: [own] }).state;
    expect(folded.kind === 'ready' && folded.displayed.pending).toEqual([]);
    expect(textsOf(folded)).toEqual(['one', 'hello']);
  });

  it('lays an older page in front, with what was said of it while it was on its way', () => {
    const event = createLog();
    const old = event(said('old'));
    const recent = event(said('recent'));
    const whole = ready([old, recent]);
    const asked = startOlder(trimmed(whole, 1), REQUEST);
    const recalled = event({ type: 'message.recalled', payload: { messageId: old.id, messageSeq: old.seq } });
    const meanwhile = stepMirror(asked, { kind: 'events', events: [recalled] }).state;
    if (meanwhile.kind !== 'ready') throw new Error('not ready');
    const joined = endOlder(meanwhile, REQUEST, foldPage({ from: 1, to: 1 }, [old]));
    expect(textsOf(joined)).toEqual([null, 'recent']);
    expect(joined.displayed.confirmed.window.from).toBe(1);
    expect(joined.older).toBeNull();
  });

  it('drops an older page that no longer touches', () => {
    const event = createLog();
    const events = [event(said('a')), event(said('b')), event(said('c'))];
    const mirror = startOlder(trimmed(ready(events), 1), REQUEST);
    const page = foldPage({ from: 1, to: 1 }, events);
    expect(textsOf(endOlder(mirror, REQUEST, page))).toEqual(['c']);
  });

  it('says why a conversation could not be opened', () => {
    expect(stepMirror({ kind: 'loading' }, { kind: 'failed', code: 'FORBIDDEN' }).state).toEqual({ kind: 'failed', code: 'FORBIDDEN' });
  });
});
