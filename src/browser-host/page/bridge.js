// `window.baton` in a browser: the same door as Electron's preload, over a websocket. Served as it stands, before the page's own
// script; like the preload it carries and decides nothing.

/**
 * @import { BRIDGE_CHANNELS, Bridge, BridgeMessage, BridgeRequest, BridgeSubscribe } from '../../shared/contracts/bridge/channels.ts'
 * @import { PROTOCOL_VERSION } from '../../shared/lib/protocol.ts'
 * @import { io as Connect } from 'socket.io-client'
 * @import { PageNotice } from './page-notice.ts'
 */

/** @type {typeof BRIDGE_CHANNELS} */
const channels = { ask: 'baton:ask', subscribe: 'baton:subscribe', unsubscribe: 'baton:unsubscribe', message: 'baton:message' };
/** @type {typeof PROTOCOL_VERSION} */
const protocol = 1;

const page = /** @type {typeof globalThis & { io: typeof Connect, baton: Bridge }} */ (globalThis);
const socket = page.io({ path: '/bridge', transports: ['websocket'] });

let wasConnected = false;

/** @type {Map<string, { request: BridgeSubscribe, listener: (message: never) => void }>} */
const subscriptions = new Map();

socket.on(channels.message, (/** @type {readonly BridgeMessage[]} */ messages) => {
  for (const { subscriptionId, message } of messages) subscriptions.get(subscriptionId)?.listener(/** @type {never} */ (message));
});

// A host that was started again knows nothing of this page: every topic begins anew with its whole state.
socket.on('connect', () => {
  wasConnected = true;
  for (const { request } of subscriptions.values()) socket.emit(channels.subscribe, request);
  tellAttention();
});

// The session was ended elsewhere: the host's own page says what helps.
socket.on('disconnect', (reason) => {
  if (reason === 'io server disconnect') location.reload();
});
socket.on('connect_error', async () => {
  const answer = await fetch('/host/bridge.js', { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  if (answer?.status === 401) location.reload();
});

function tellAttention() {
  const isVisible = document.visibilityState === 'visible';
  socket.emit('attention', isVisible && document.hasFocus() ? 'focused' : isVisible ? 'visible' : 'hidden');
}
for (const name of ['focus', 'blur']) window.addEventListener(name, tellAttention);
document.addEventListener('visibilitychange', tellAttention);

socket.on('notice', (/** @type {PageNotice} */ { tag, title, body, conversationId }) => {
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const notification = new Notification(title, { body, tag });
  notification.addEventListener('click', () => {
    window.focus();
    if (conversationId !== null) socket.emit('notice-clicked', conversationId);
  });
});

const offline = { ok: false, error: { code: 'OFFLINE' } };

/**
 * What main answers the same however often it comes, since it carries the id of what it makes. A resend is not among them: it uses up
 * the entry that it names, so that giving it a second time does nothing, and main can't tell the second time from a mistake.
 * @type {ReadonlySet<string>}
 */
const repeatable = new Set(['act']);

/**
 * A line that breaks behind a request leaves open whether main had it. What is repeatable waits, as long as the page lives, and goes
 * again as it was, in its old order: called lost, it would come a second time as another act. The rest is lost with the line.
 * @param {BridgeRequest['kind']} kind
 * @param {string} name
 * @param {unknown} input
 * @returns {Promise<any>}
 */
const ask = (kind, name, input) =>
  new Promise((resolve) => {
    // What the page asks while it loads waits for the line; later there is none to wait for.
    if (wasConnected && !socket.connected) return resolve(offline);
    const send = () => {
      socket.once('disconnect', lose);
      socket.emit(channels.ask, { protocol, kind, name, input }, (/** @type {unknown} */ answer) => {
        socket.off('disconnect', lose);
        resolve(answer);
      });
    };
    const lose = () => (repeatable.has(name) ? void socket.once('connect', send) : resolve(offline));
    send();
  });

/** @type {Bridge} */
const bridge = {
  query: (name, input) => ask('query', name, input),
  command: async (name, input) => {
    const answer = await ask('command', name, input);
    // The host has checked the address; only a page can open it in this browser.
    if (name === 'link.open' && answer.ok) window.open(/** @type {{ url: string }} */ (input).url, '_blank', 'noopener,noreferrer');
    return answer;
  },
  subscribe: (topic, input, listener) => {
    const subscriptionId = crypto.randomUUID();
    const request = { protocol, subscriptionId, topic, input };
    subscriptions.set(subscriptionId, { request, listener });
    if (socket.connected) socket.emit(channels.subscribe, request);
    return () => {
      subscriptions.delete(subscriptionId);
      if (socket.connected) socket.emit(channels.unsubscribe, subscriptionId);
    };
  },
};
page.baton = Object.freeze(bridge);
