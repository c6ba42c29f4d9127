import type { Goal } from '../goal.ts';

export const compareBeforeBuying: Goal = {
  name: 'compare-before-buying',
  weight: 6,
  plot: { stories: [], states: ['completed', 'delivered'], isAnonymous: true },
  intents: ['product-compare', 'size-advice', 'stock-availability'],
  photo: null,
  temper: { contentment: 0.7, consent: 0.5, botPatience: 2, nudges: 1, ending: 'thanks' },
  says: {
    zh: {
      openings: [['鹅绒被和蚕丝被哪个好'], ['20 寸和 24 寸箱子区别', '登机带哪个'], ['纯棉四件套和亚麻的哪个凉快']],
      insists: ['我怕热', '预算五百左右'],
      tellsPerson: ['主要夏天用', '两个人用', '有现货吗'],
    },
    en: {
      openings: [['Goose down or silk quilt, which one is better?'], ['cabin case or the 24 inch', 'which one goes on board'], ['Cotton or linen bedding for hot nights?']],
      insists: ['I sleep hot', 'my budget is about 500'],
      tellsPerson: ['mostly for summer', 'for two people', 'is it in stock?'],
    },
  },
};
