import type { Goal } from '../goal.ts';

export const silentAfterTheAnswer: Goal = {
  name: 'silent-after-the-answer',
  weight: 5,
  plot: { stories: [], states: ['shipped', 'delivered', 'completed'] },
  intents: ['delivery-time', 'shipping-fee', 'return-request'],
  photo: null,
  temper: { contentment: 1, consent: 0.9, botPatience: 1, nudges: 0, ending: 'silent' },
  says: {
    zh: {
      openings: [['运费多少'], ['发货到收货一般几天'], ['七天无理由怎么算的'], ['几点下班']],
      insists: ['哦'],
      tellsPerson: ['嗯'],
    },
    en: {
      openings: [['How much is shipping?'], ['how long does delivery take'], ['How do the 7 days for returns count?'], ['when do you close']],
      insists: ['hm'],
      tellsPerson: ['ok'],
    },
  },
};
