import type { Goal } from '../goal.ts';

export const priceProtection: Goal = {
  name: 'price-protection',
  weight: 4,
  plot: { stories: ['price-dropped'], states: ['delivered', 'shipped'] },
  intents: ['price-protection', 'promotion-question'],
  photo: null,
  temper: { contentment: 0.3, consent: 0.9, botPatience: 1, nudges: 2, ending: 'thanks' },
  says: {
    zh: {
      openings: [['刚买就降价了', '能退差价吗'], ['{product}降了 50，我才买几天'], ['申请价保 {order}']],
      insists: ['我看现在页面便宜了，差价给退吗', '其他家都给退的'],
      tellsPerson: ['买了不到一周', '差价原路退就行'],
    },
    en: {
      openings: [['You dropped the price right after I bought it', 'can I get the difference?'], ['the {product} is 50 cheaper now, I bought it days ago'], ['Price protection for {order} please']],
      insists: ['it is cheaper on the page now, do I get the difference?', 'other shops do that'],
      tellsPerson: ['bought it less than a week ago', 'the same way I paid is fine'],
    },
  },
};
