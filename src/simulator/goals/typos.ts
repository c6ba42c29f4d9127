import type { Goal } from '../goal.ts';

export const typos: Goal = {
  name: 'typos',
  weight: 4,
  plot: { stories: [], states: ['shipped', 'delivered'] },
  intents: ['track-order', 'return-request'],
  photo: null,
  temper: { contentment: 0.5, consent: 0.8, botPatience: 1, nudges: 2, ending: 'thanks' },
  says: {
    zh: {
      openings: [['快第到那了'], ['想腿货', '咋整'], ['wuliu 怎么不动拉', '{order}'], ['这个{product}咋用鸭 说明书木有']],
      insists: ['看不董', '说人话嘛'],
      tellsPerson: ['就是那个单子呀', '木有收到', '嗯呐'],
    },
    en: {
      openings: [['wheres my percel'], ['i want to retrun it', 'how'], ['traking not moveing', '{order}'], ['how do u use the {product} no manuel in the box']],
      insists: ['dont understnad', 'plz just tell me'],
      tellsPerson: ['its teh order i told u', 'didnt recieve it', 'yea'],
    },
  },
};
