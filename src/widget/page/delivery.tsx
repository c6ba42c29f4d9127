import { Icon } from './icon.tsx';

export type DeliveryKind = 'sending' | 'waiting' | 'delivered' | 'read' | 'failed';

const ICONS = { sending: 'clock', waiting: 'clock', delivered: 'check', read: 'check-check', failed: 'alert' } as const;

/** How far the customer's own message has come. */
export function Delivery({ kind, text }: { kind: DeliveryKind; text: string }) {
  return (
    <p class={`meta ${kind}`}>
      <Icon of={ICONS[kind]} isSmall />
      {text}
    </p>
  );
}
