import { Notification, app } from 'electron';
import type { Language } from '../../shared/contracts/basics.ts';
import { wordsOf } from '../bridge/index.ts';
import type { Notice, Notifier } from '../ports/notifier.ts';

type Deps = {
  readonly language: () => Language;
  readonly onClick: (notice: Notice) => void;
  readonly onBadge: (count: number) => void;
};

/** Notices as the system shows them: one a tag, the newer in place of the older. */
export function createNativeNotifier({ language, onClick, onBadge }: Deps): Notifier {
  const shown = new Map<string, Notification>();

  function withdraw(tag: string): void {
    shown.get(tag)?.close();
    shown.delete(tag);
  }

  return {
    withdraw,
    show: (tag, notice) => {
      withdraw(tag);
      if (!Notification.isSupported()) return;
      // Held on to: a collected notification is never clicked.
      const notification = new Notification({ ...wordsOf(notice, language()), silent: true });
      shown.set(tag, notification);
      notification.on('click', () => onClick(notice));
      notification.show();
    },
    badge: (count) => {
      app.setBadgeCount(count);
      onBadge(count);
    },
  };
}
