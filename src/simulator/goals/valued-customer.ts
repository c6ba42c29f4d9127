import type { Goal } from '../goal.ts';

export const valuedCustomer: Goal = {
  name: 'valued-customer',
  weight: 3,
  plot: { stories: ['gift-by-date', 'refund-needs-approval', 'bulk-order'], states: ['delivered', 'shipped'], tiers: ['black', 'gold'] },
  intents: ['gift-wrap', 'refund-request', 'bulk-order'],
  photo: null,
  temper: { contentment: 0.3, consent: 0.7, botPatience: 0, nudges: 1, ending: 'thanks' },
  says: {
    zh: {
      openings: [['我在你们家买了好几年了', '这单帮我盯一下 {order}'], ['{product}是送客户的，不能出错'], ['上次是专人帮我处理的，这次也麻烦安排一下']],
      insists: ['我不跟机器人说，找专人', '老客户了，别让我等'],
      tellsPerson: ['周末前要到', '包装好一点', '价格单别放'],
    },
    en: {
      openings: [['I have been a customer for years', 'please keep an eye on {order}'], ['The {product} is a present for a client, nothing may go wrong'], ['Somebody looked after me personally last time, please arrange that again']],
      insists: ['not the bot please, a person', 'I have been here long enough not to wait'],
      tellsPerson: ['it has to be there before the weekend', 'wrap it nicely', 'no prices in the box'],
    },
  },
};
