import { actions } from './actions.ts';
import { codes } from './codes.ts';
import { common } from './common.ts';
import { composer } from './composer.ts';
import { connection } from './connection.ts';
import { context } from './context.ts';
import { conversation } from './conversation.ts';
import { inbox } from './inbox.ts';
import { knowledge } from './knowledge.ts';
import { orders } from './orders.ts';
import { palette } from './palette.ts';
import { rail } from './rail.ts';
import { settings } from './settings.ts';
import { signIn } from './sign-in.ts';
import { stale } from './stale.ts';
import { suggestions } from './suggestions.ts';
import { ticket } from './ticket.ts';
import { transcript } from './transcript.ts';

/** All sentences in English, by namespace. */
export const en = { actions, codes, common, composer, connection, context, conversation, inbox, knowledge, orders, palette, rail, settings, signIn, stale, suggestions, ticket, transcript };
