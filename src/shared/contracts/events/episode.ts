import { z } from 'zod';
import { instantSchema, languageSchema } from '../basics.ts';
import { publicEvent, staffEvent } from './define.ts';

export const botModeSchema = z.enum(['bot', 'person']);

export const dispositionSchema = z.enum(['solved', 'answered', 'compensated', 'no-reply', 'duplicate', 'spam', 'other']);
export type Disposition = z.infer<typeof dispositionSchema>;

/** An episode's life. An episode that a person had never goes back to the bot. */
export const episodeEvents = {
  'episode.opened': publicEvent({
    payload: z.object({ episode: z.int().positive(), mode: botModeSchema, language: languageSchema }),
    publicFields: ['episode'],
  }),
  'episode.resolved': publicEvent({
    payload: z.object({ episode: z.int().positive(), disposition: dispositionSchema }),
    publicFields: ['episode'],
  }),
  'episode.reopened': publicEvent({
    payload: z.object({ episode: z.int().positive(), mode: botModeSchema }),
    publicFields: ['episode'],
  }),
  'conversation.snoozed': staffEvent({ payload: z.object({ until: instantSchema }) }),
  'conversation.unsnoozed': staffEvent({ payload: z.object({ why: z.enum(['due', 'customer-wrote', 'agent']) }) }),
  'content.erased': staffEvent({ payload: z.object({ contentIds: z.array(z.string()) }) }),
};
