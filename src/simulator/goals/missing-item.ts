import type { Goal } from '../goal.ts';

export const missingItem: Goal = {
  name: 'missing-item',
  weight: 4,
  plot: { stories: ['missing-item'], states: ['delivered'] },
  intents: ['missing-item'],
  photo: 'half-empty-box',
  temper: { contentment: 0.15, consent: 0.8, botPatience: 1, nudges: 2, ending: 'thanks' },
  says: {
    zh: {
      openings: [['少发了一件'], ['箱子里没有{product}'], ['{order} 少东西了', '我数了两遍']],
      insists: ['真的少了，箱子里就这些', '麻烦补一下'],
      tellsPerson: ['缺的那件补给我就行', '包装没破'],
    },
    en: {
      openings: [['Something is missing from my parcel'], ['there is no {product} in the box'], ['{order} is incomplete', 'I counted twice']],
      insists: ['it really is missing, this is all there was', 'please send the rest'],
      tellsPerson: ['just send what is missing', 'the box was not damaged'],
    },
  },
};
