import type { CustomerPayload } from '../../shared/contracts/commands.ts';
import type { ErrorCode } from '../../shared/contracts/errors.ts';
import type { Shelf } from './shelf.ts';

/** A message of the customer that the log doesn't show yet. Its id is the message's id and never changes. */
export type Outgoing = {
  readonly id: string;
  /** When it was written, by this device's clock. */
  readonly at: number;
  readonly payload: CustomerPayload<'message.post'>;
  readonly state:
    | { readonly kind: 'queued' | 'in-flight' | 'accepted' }
    /** Not sent, and trying again unchanged may not help. */
    | { readonly kind: 'refused'; readonly code: ErrorCode };
};

const PREFIX = 'out.';

/** Keeps what waits, one entry under its own name: two pages of one visitor never write over each other. */
export function keepOutgoing(shelf: Shelf, entry: Outgoing): void {
  shelf.write(PREFIX + entry.id, JSON.stringify(entry));
}

export const forgetOutgoing = (shelf: Shelf, id: string): void => shelf.remove(PREFIX + id);

/** An entry as it was kept, or null for what can't be read: another version's, or broken. */
function parseOutgoing(text: string | null): Outgoing | null {
  try {
    const entry = JSON.parse(text ?? 'null') as Outgoing | null;
    if (typeof entry?.id !== 'string' || typeof entry.payload.text !== 'string') return null;
    return entry.state.kind === 'refused' ? entry : { ...entry, state: { kind: 'queued' } };
  } catch {
    return null;
  }
}

/** What was kept, oldest first. What was on its way when the page ended waits again. */
export function recallOutgoing(shelf: Shelf): Outgoing[] {
  return shelf.names(PREFIX).flatMap((name) => {
    const entry = parseOutgoing(shelf.read(name));
    if (!entry) shelf.remove(name);
    return entry ?? [];
  });
}
