import type { Goal } from '../goal.ts';

export const damagedOnArrival: Goal = {
  name: 'damaged-on-arrival',
  weight: 9,
  plot: { stories: ['broken-cups-reship-returned', 'partly-refunded'], states: ['delivered'], categories: ['tableware', 'appliances'] },
  intents: ['damaged-item', 'quality-complaint'],
  photo: 'broken-cup',
  temper: { contentment: 0.15, consent: 0.8, botPatience: 1, nudges: 2, ending: 'thanks' },
  says: {
    zh: {
      openings: [['收到的{product}碎了'], ['打开一看{product}是坏的', '怎么处理'], ['{order} 到了，碎了两个', '气死了']],
      insists: ['都碎了怎么用，你们得负责', '我要补发'],
      tellsPerson: ['碎了两只，其他的好的', '补发或者退都行，快点', '是送人的，后天就要'],
    },
    en: {
      openings: [['My {product} arrived broken'], ['opened the box and the {product} is damaged', 'what now'], ['{order} came today with two pieces smashed', 'not happy']],
      insists: ['It is broken, I cannot use it', 'I want a replacement'],
      tellsPerson: ['two are broken, the rest is fine', 'a replacement or the money back, but quickly please', 'it is a gift for the day after tomorrow'],
    },
  },
};
