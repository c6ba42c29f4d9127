import { Avatar, type PresenceDot } from './avatar.tsx';
import { Menu, type MenuEntry } from './menu.tsx';

interface PresenceSwitchProps {
  name: string;
  presence: PresenceDot;
  /** The presence in a word. */
  label: string;
  /** `7 / 8`. */
  load: string;
  entries: readonly MenuEntry[];
}

/** At the foot of the rail: what others see of you, and the way to change it. */
export function PresenceSwitch({ name, presence, label, load, entries }: PresenceSwitchProps) {
  const button = (
    <button type="button" title={name} className="grid w-full justify-items-center gap-0.75 border-t border-line py-1.5 text-center text-12 text-ink-2 hover:bg-surface-hover">
      <Avatar name={name} presence={presence} />
      {label}
      <span className="text-ink-muted">{load}</span>
    </button>
  );
  return <Menu trigger={button} entries={entries} side="right" />;
}
