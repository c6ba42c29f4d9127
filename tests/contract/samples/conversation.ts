import type { Attachment } from '../../../src/shared/contracts/message.ts';
import type { InboxRow } from '../../../src/shared/contracts/inbox.ts';
import { presentInboxRow } from '../../../src/shared/domain/present-inbox-row.ts';
import { fold } from '../../unit/shared/random-log/logs.ts';
import type { Move } from '../../unit/shared/random-log/move.ts';
import { play } from '../../unit/shared/random-log/play.ts';
import { CUSTOMER, idOf } from '../../unit/shared/random-log/world.ts';

const move: Move = { type: 'message.posted', pick: 1, other: 1, yes: true, words: 'Where is my parcel?', ratio: -0.5, later: 1_000 };

/** A short log: a question, how it was understood, and the agent who took it. */
export const log = play([move, { ...move, type: 'turn.understood' }, { ...move, type: 'assignment.accepted' }, { ...move, pick: 4 }]);
export const state = fold(log);

export const ID = idOf(90);
export const OTHER_ID = idOf(91);
export const attachment: Attachment = { blobId: 'c'.repeat(64), name: 'parcel.png', mediaType: 'image/png', bytes: 1_024 };

export const inboxRow: InboxRow = presentInboxRow(state.head, { position: 4, channel: 'web', customer: { id: CUSTOMER.id, name: 'Lin', tier: 'gold' } });
