import type { Goal } from '../goal.ts';

export const dishwasherSafe: Goal = {
  name: 'dishwasher-safe',
  weight: 4,
  plot: { stories: ['dishwasher-question'], states: ['delivered', 'shipped'], categories: ['tableware'] },
  intents: ['material-care'],
  photo: null,
  temper: { contentment: 0.85, consent: 0.8, botPatience: 1, nudges: 1, ending: 'thanks' },
  says: {
    zh: {
      openings: [['{product}能进洗碗机吗'], ['微波炉可以用不'], ['请问{product}可以放洗碗机和微波炉吗']],
      insists: ['洗碗机到底行不行', '那微波炉呢'],
      tellsPerson: ['就洗碗机', '主要是怕掉釉'],
    },
    en: {
      openings: [['Is the {product} dishwasher safe?'], ['can it go in the microwave'], ['Dishwasher and microwave ok for the {product}?']],
      insists: ['just tell me, dishwasher yes or no', 'and the microwave?'],
      tellsPerson: ['the dishwasher mainly', 'I am worried about the glaze'],
    },
  },
};
