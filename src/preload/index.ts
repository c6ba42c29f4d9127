import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_CHANNELS, type Bridge, type BridgeMessage, type BridgeRequest, type BridgeSubscribe } from '../shared/contracts/bridge/channels.ts';
import { PROTOCOL_VERSION } from '../shared/lib/protocol.ts';

/**
 * The door of a window: it carries, and decides nothing. What is carried is checked on the other side, where a page can't reach.
 * The listeners of a page stay on this side; only names and JSON cross.
 */
const listeners = new Map<string, (message: never) => void>();

ipcRenderer.on(BRIDGE_CHANNELS.message, (_event, messages: readonly BridgeMessage[]) => {
  for (const { subscriptionId, message } of messages) listeners.get(subscriptionId)?.(message as never);
});

const ask = (kind: BridgeRequest['kind'], name: string, input: unknown) =>
  ipcRenderer.invoke(BRIDGE_CHANNELS.ask, { protocol: PROTOCOL_VERSION, kind, name, input } satisfies BridgeRequest);

const bridge: Bridge = {
  query: (name, input) => ask('query', name, input),
  command: (name, input) => ask('command', name, input),
  subscribe: (topic, input, listener) => {
    const subscriptionId = crypto.randomUUID();
    listeners.set(subscriptionId, listener);
    ipcRenderer.send(BRIDGE_CHANNELS.subscribe, { protocol: PROTOCOL_VERSION, subscriptionId, topic, input } satisfies BridgeSubscribe);
    return () => {
      listeners.delete(subscriptionId);
      ipcRenderer.send(BRIDGE_CHANNELS.unsubscribe, subscriptionId);
    };
  },
};

contextBridge.exposeInMainWorld('baton', bridge);
