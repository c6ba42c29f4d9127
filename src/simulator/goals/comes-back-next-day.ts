import type { Goal } from '../goal.ts';

export const comesBackNextDay: Goal = {
  name: 'comes-back-next-day',
  weight: 3,
  plot: { stories: [], states: ['shipped', 'returning'] },
  intents: ['track-order', 'refund-status'],
  photo: null,
  temper: { contentment: 0.8, consent: 0.9, botPatience: 1, nudges: 1, ending: 'comes-back' },
  says: {
    zh: {
      openings: [['{order} 今天能到吗'], ['我的退货收到了没'], ['{product}什么时候有进展']],
      insists: ['那明天再看吧', '说好今天的'],
      tellsPerson: ['昨天说今天有消息的', '就想要个准信'],
    },
    en: {
      openings: [['Will {order} come today?'], ['have you received my return'], ['any progress with the {product}?']],
      insists: ['I will look again tomorrow then', 'you said today'],
      tellsPerson: ['yesterday you said there would be news today', 'just a straight answer please'],
    },
  },
};
