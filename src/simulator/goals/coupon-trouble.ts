import type { Goal } from '../goal.ts';

export const couponTrouble: Goal = {
  name: 'coupon-trouble',
  weight: 4,
  plot: { stories: ['coupon-failed'], states: ['placed'] },
  intents: ['coupon-trouble', 'promotion-question', 'payment-trouble'],
  photo: null,
  temper: { contentment: 0.6, consent: 0.8, botPatience: 1, nudges: 1, ending: 'thanks' },
  says: {
    zh: {
      openings: [['优惠券用不了'], ['LEAF30 为什么不能用'], ['提示不满足条件', '我明明快 199 了']],
      insists: ['差 10 块也不行吗', '那怎么凑'],
      tellsPerson: ['就差十块钱', '能不能给改下价'],
    },
    en: {
      openings: [['My coupon does not work'], ['why is LEAF30 refused'], ['it says conditions not met', 'I am nearly at 199']],
      insists: ['I am ten short, really?', 'so what do I add?'],
      tellsPerson: ['just ten short', 'can you adjust the price?'],
    },
  },
};
