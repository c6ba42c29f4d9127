import { expect, it } from 'vitest';
import type { ConversationWindow } from '../../shared/contracts/conversation-state.ts';
import type { Failure } from '../../shared/contracts/errors.ts';
import type { LogEvent } from '../../shared/contracts/events/envelope.ts';
import { foldConversation } from '../../shared/domain/reducers/reduce-conversation.ts';
import { foldPage, trimWindow } from '../../shared/domain/reducers/reduce-window.ts';
import { initialConversation } from '../../shared/domain/reducers/initial-head.ts';
import { err, ok, type Result } from '../../shared/lib/result.ts';
import { createConversationMirror } from './conversation-mirror.ts';
import { CONVERSATION, createLog, createScriptedMain, CUSTOMER, SHOP } from './scripted-main.ts';

type Page = Result<ConversationWindow, Failure>;

const empty = initialConversation({ conversationId: CONVERSATION, shopId: SHOP, customerId: CUSTOMER, language: 'en' });
const said = (text: string) => ({ type: 'message.posted', payload: { language: 'en' }, content: { text, attachments: [], buttons: [] } });

/** What main has of the conversation: its newest message alone. */
function newestOf(events: readonly LogEvent[]) {
  const { state } = foldConversation(empty, events);
  return { ...state, window: trimWindow(state.window, 1) };
}

/** A followed conversation of two messages with the newer one on screen; pages are answered by hand, in any order. */
function follow() {
  const answers: ((page: Page) => void)[] = [];
  const main = createScriptedMain({ queries: { 'session.page': () => new Promise<Page>((resolve) => answers.push(resolve)) } });
  const mirror = createConversationMirror(main.bridge, CONVERSATION);
  const event = createLog();
  const [old, recent] = [event(said('old')), event(said('recent'))];
  const page = foldPage({ from: 1, to: 1 }, [old]);
  const show = (...events: LogEvent[]): void => main.say('session', { kind: 'snapshot', state: newestOf([old, recent, ...events]) });
  const texts = (): (string | null)[] => {
    const state = mirror.state.getState();
    return state.kind === 'ready' ? state.displayed.confirmed.window.items.flatMap((item) => (item.kind === 'message' ? [item.text] : [])) : [];
  };
  const isAsking = (): boolean => {
    const state = mirror.state.getState();
    return state.kind === 'ready' && state.older !== null;
  };
  const recall = () => event({ type: 'message.recalled', payload: { messageId: old.id, messageSeq: old.seq } });
  return { main, mirror, old, recent, page, answers, show, texts, isAsking, recall };
}

it('a recalled message does not come back in an older page that was asked for before the conversation was left and opened again', async () => {
  const { main, mirror, page, answers, show, texts, isAsking, recall } = follow();
  const leave = mirror.start();
  show();
  const asking = mirror.loadOlder();
  leave();
  mirror.start();
  show();
  main.say('session', { kind: 'events', events: [recall()] });
  answers[0]?.(ok(page));
  await asking;
  expect(texts()).toEqual(['recent']);
  expect(isAsking()).toBe(false);
});

it.each([['a page', (page: ConversationWindow): Page => ok(page)], ['a failure', (): Page => err({ code: 'UNAVAILABLE' })]])(
  '%s that comes for a request of before takes nothing from the one under way',
  async (_, answerOf) => {
    const { main, mirror, page, answers, show, texts, isAsking, recall } = follow();
    mirror.start();
    show();
    const first = mirror.loadOlder();
    show();
    const second = mirror.loadOlder();
    main.say('session', { kind: 'events', events: [recall()] });
    answers[0]?.(answerOf(page));
    await first;
    expect([texts(), isAsking()]).toEqual([['recent'], true]);
    answers[1]?.(ok(page));
    await second;
    expect([texts(), isAsking()]).toEqual([[null, 'recent'], false]);
  },
);

it('a page that failed can be asked for again', async () => {
  const { mirror, page, answers, show, texts } = follow();
  mirror.start();
  show();
  const first = mirror.loadOlder();
  answers[0]?.(err({ code: 'UNAVAILABLE' }));
  await first;
  const second = mirror.loadOlder();
  answers[1]?.(ok(page));
  await second;
  expect(texts()).toEqual(['old', 'recent']);
});
