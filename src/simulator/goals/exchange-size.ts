import type { Goal } from '../goal.ts';

export const exchangeSize: Goal = {
  name: 'exchange-size',
  weight: 6,
  plot: { stories: ['exchange-size'], states: ['delivered'], categories: ['clothing'] },
  intents: ['exchange-size', 'return-request'],
  photo: null,
  temper: { contentment: 0.3, consent: 0.8, botPatience: 1, nudges: 2, ending: 'thanks' },
  says: {
    zh: {
      openings: [['{product}小了', '想换大一码'], ['可以换尺码吗'], ['我要换 L 码，{order}']],
      insists: ['不是退，是换大一码', '我说的是换货'],
      tellsPerson: ['吊牌都在，没穿过', '换大一码就行', '运费谁出'],
    },
    en: {
      openings: [['The {product} is too small', 'can I swap it for one size up'], ['Can I exchange the size?'], ['I need L instead, {order}']],
      insists: ['not a return, an exchange', 'one size up, please'],
      tellsPerson: ['tags are on, never worn', 'one size up is fine', 'who pays the postage?'],
    },
  },
};
