import type { UnitOfWork } from '../../db/unit-of-work.ts';
import type { BackendModule } from '../../module.ts';
import { DESK_ROLES, LEAD_ROLES } from '../../policy/rules.ts';
import { advanceCustomerRead, advanceRead } from './advance-read.ts';
import { editMessage, recallMessage } from './edit-message.ts';
import { createFindMessage, createFindPublicPlace } from './message-repository.ts';
import { postCustomerMessage, type CustomerPostDependencies } from './post-customer-message.ts';
import { postMessage } from './post-message.ts';
import { postNote, postWhisper } from './post-note.ts';

/** What people say to each other: messages, notes, whispers, and how far they have read. */
export function createMessagesModule(deps: Omit<CustomerPostDependencies, 'findMessage'> & { readonly work: UnitOfWork }): BackendModule {
  const findMessage = createFindMessage(deps.work);
  const findPlace = createFindPublicPlace(deps.work);
  return {
    name: 'messages',
    policy: {
      commands: {
        'message.post': DESK_ROLES,
        'message.edit': DESK_ROLES,
        'message.recall': DESK_ROLES,
        'note.post': DESK_ROLES,
        'whisper.post': LEAD_ROLES,
        'read.advance': DESK_ROLES,
      },
    },
    commands: {
      'message.post': postMessage(deps.ownsBlobs),
      'message.edit': editMessage(findMessage),
      'message.recall': recallMessage(findMessage),
      'note.post': postNote,
      'whisper.post': postWhisper,
      'read.advance': advanceRead(findPlace),
    },
    customerCommands: { 'message.post': postCustomerMessage({ ...deps, findMessage }), 'read.advance': advanceCustomerRead(findPlace) },
  };
}
