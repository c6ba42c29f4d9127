import type { Goal } from '../goal.ts';

export const itShrank: Goal = {
  name: 'it-shrank',
  weight: 3,
  plot: { stories: ['shrunk-sweater'], states: ['completed'], categories: ['clothing'] },
  intents: ['quality-complaint', 'refund-request', 'material-care'],
  photo: 'shrunk-sweater',
  temper: { contentment: 0.1, consent: 0.8, botPatience: 1, nudges: 2, ending: 'thanks' },
  says: {
    zh: {
      openings: [['{product}洗了一次就缩水了'], ['才穿几次', '{product}缩成童装了'], ['{order} 缩水严重', '能退吗']],
      insists: ['我是按洗标冷水手洗的', '这质量也太差了'],
      tellsPerson: ['短了大概五厘米', '吊牌剪了，但没穿几次', '换新或者退一部分都行'],
    },
    en: {
      openings: [['The {product} shrank in the first wash'], ['worn it three times', 'and the {product} would fit a child now'], ['{order} has shrunk badly', 'can I return it?']],
      insists: ['I washed it cold, by hand, as the label says', 'that is poor quality'],
      tellsPerson: ['it is about five centimetres shorter', 'the tags are off but I hardly wore it', 'a new one or part of the money back, either is fine'],
    },
  },
};
