import { Globe, Mail, MessageSquare, Smartphone } from 'lucide-react';
import { Icon } from './icon.tsx';

const SHAPES = { app: Smartphone, web: Globe, email: Mail, other: MessageSquare } as const;

/** The way the customer writes to us. */
export function ChannelIcon({ kind, title }: { kind: keyof typeof SHAPES; title: string }) {
  return (
    <span title={title} className="inline-flex shrink-0 text-ink-muted">
      <Icon of={SHAPES[kind]} size="xs" />
    </span>
  );
}
