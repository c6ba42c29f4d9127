import type { Goal } from '../goal.ts';

export const wrongItem: Goal = {
  name: 'wrong-item',
  weight: 4,
  plot: { stories: ['wrong-item'], states: ['delivered'], categories: ['clothing', 'luggage'] },
  intents: ['wrong-item', 'exchange-size'],
  photo: 'wrong-colour',
  temper: { contentment: 0.15, consent: 0.8, botPatience: 1, nudges: 2, ending: 'thanks' },
  says: {
    zh: {
      openings: [['你们发错货了'], ['我买的不是这个颜色啊', '怎么给我发了红的'], ['{order} 发错了，{product}颜色不对']],
      insists: ['颜色不对，你看下订单', '是你们发错了'],
      tellsPerson: ['我要原来那个颜色', '寄回去运费你们出吧', '盒子还没扔'],
    },
    en: {
      openings: [['You sent me the wrong thing'], ['this is not the colour I bought', 'it is red'], ['{order} is wrong, the {product} has another colour']],
      insists: ['Wrong colour, look at the order', 'it is your mistake'],
      tellsPerson: ['I want the one I ordered', 'you pay the postage, right?', 'I still have the box'],
    },
  },
};
