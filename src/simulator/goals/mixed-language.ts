import type { Goal } from '../goal.ts';

export const mixedLanguage: Goal = {
  name: 'mixed-language',
  weight: 3,
  plot: { stories: ['warranty-kettle'], states: ['delivered', 'shipped'] },
  intents: ['warranty', 'track-order'],
  photo: null,
  temper: { contentment: 0.5, consent: 0.8, botPatience: 1, nudges: 1, ending: 'thanks' },
  says: {
    zh: {
      openings: [['hi 我的 order {order} 的 tracking 一直没 update'], ['这个 {product} 有 warranty 吗，多久'], ['请问可以 refund 吗', 'thx']],
      insists: ['我 check 过了，没有 update', 'me 想 confirm 一下'],
      tellsPerson: ['asap 哈', '就 follow up 一下', '可以 email 我'],
    },
    en: {
      openings: [['你好, my order {order} 还没到, can you check?'], ['does the {product} have 保修?'], ['can I 退货 this one', '谢谢']],
      insists: ['I checked, 没有更新', 'just want to 确认 it'],
      tellsPerson: ['尽快 please', 'only a follow up, 麻烦了', 'e-mail is fine 哈'],
    },
  },
};
