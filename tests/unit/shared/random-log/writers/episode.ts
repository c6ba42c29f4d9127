import { dispositionSchema } from '../../../../../src/shared/contracts/events/episode.ts';
import type { Writers } from '../writer.ts';
import { CUSTOMER, pickFrom, STAFF, SYSTEM } from '../world.ts';

type Types = 'episode.opened' | 'episode.resolved' | 'episode.reopened' | 'conversation.snoozed' | 'conversation.unsnoozed' | 'content.erased';

export const episodeWriters: Writers<Types> = {
  'episode.opened': ({ episode }, { yes, other }) =>
    episode.isOpen ? null : { actor: CUSTOMER, payload: { episode: episode.number + 1, mode: yes ? 'bot' : 'person', language: other % 2 === 0 ? 'zh' : 'en' } },
  'episode.resolved': ({ episode }, { pick }) => {
    const disposition = pickFrom(dispositionSchema.options, pick);
    return episode.isOpen && disposition ? { actor: pickFrom(STAFF, pick) ?? SYSTEM, payload: { episode: episode.number, disposition } } : null;
  },
  'episode.reopened': ({ episode }, { yes }) =>
    episode.isOpen || episode.number === 0 ? null : { actor: CUSTOMER, payload: { episode: episode.number, mode: yes ? 'bot' : 'person' } },
  'conversation.snoozed': (world, { pick, later }) => ({ actor: pickFrom(STAFF, pick) ?? SYSTEM, payload: { until: world.at + later } }),
  'conversation.unsnoozed': (_world, { pick }) => ({ actor: SYSTEM, payload: { why: pickFrom(['due', 'customer-wrote', 'agent'] as const, pick) ?? 'due' } }),
  'content.erased': ({ contentIds }, { pick, other }) => {
    const chosen = [pickFrom(contentIds, pick), pickFrom(contentIds, other)].filter((id) => id !== undefined);
    return chosen.length > 0 ? { actor: SYSTEM, payload: { contentIds: chosen } } : null;
  },
};
