import type { Thread } from '../../shared/domain/reducers/reduce-thread.ts';
import type { LinkState } from '../channel/link.ts';
import type { Texts } from '../texts/texts.ts';
import { Icon } from './icon.tsx';
import { usePage } from './page-context.ts';
import { useStore } from './use-store.ts';

/** Who serves now, in words. */
function served({ servedBy, status }: Thread, texts: Texts): { readonly name: string; readonly note: string } {
  const resolved = status === 'resolved' ? texts.resolvedNote : null;
  switch (servedBy.kind) {
    case 'bot': return { name: texts.bot, note: resolved ?? texts.botNote };
    case 'queue': return { name: texts.queue, note: resolved ?? texts.queueNote };
    case 'person': return { name: servedBy.name ?? texts.person, note: resolved ?? texts.personNote };
  }
}

function Face({ thread }: { thread: Thread }) {
  const { kind, name } = thread.servedBy;
  if (kind === 'queue') return <Icon of="clock" />;
  const first = kind === 'person' ? [...(name ?? '')][0] : undefined;
  return first === undefined ? <Icon of="bot" /> : <>{first}</>;
}

const troubleOf = (line: LinkState, texts: Texts): string | null => (line.kind === 'offline' ? texts.reconnecting : null);

export function Head() {
  const { chat, texts } = usePage();
  const thread = useStore(chat.thread);
  const line = useStore(chat.line);
  const { name, note } = served(thread, texts);
  return (
    <header class="head">
      <span class={line.kind === 'open' ? 'face live' : 'face'} aria-hidden="true">
        <Face thread={thread} />
      </span>
      <div class="who" role="status">
        <h1>{name}</h1>
        <p>{troubleOf(line, texts) ?? note}</p>
      </div>
    </header>
  );
}
