import type { Goal } from '../goal.ts';

export const willItShrink: Goal = {
  name: 'will-it-shrink',
  weight: 6,
  plot: { stories: [], states: ['delivered', 'shipped'], categories: ['clothing', 'home-textiles'] },
  intents: ['material-care', 'size-advice'],
  photo: null,
  temper: { contentment: 0.8, consent: 0.8, botPatience: 1, nudges: 1, ending: 'thanks' },
  says: {
    zh: {
      openings: [['{product}会缩水吗'], ['这个能机洗不', '怕缩水'], ['{product}怎么洗，可以烘干吗']],
      insists: ['我是说机洗会不会缩', '那温水呢'],
      tellsPerson: ['就是想知道会不会缩', '家里只有滚筒'],
    },
    en: {
      openings: [['Will the {product} shrink?'], ['can I machine wash this', 'worried it shrinks'], ['How do I wash the {product}, is the dryer ok?']],
      insists: ['I mean in the machine, at 30', 'and warm water?'],
      tellsPerson: ['Just want to know whether it shrinks', 'I only have a front loader'],
    },
  },
};
