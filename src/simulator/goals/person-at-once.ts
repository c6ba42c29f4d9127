import type { Goal } from '../goal.ts';

export const personAtOnce: Goal = {
  name: 'person-at-once',
  weight: 5,
  plot: { stories: ['wants-a-person'], states: ['shipped', 'delivered'] },
  intents: ['human-request'],
  photo: null,
  temper: { contentment: 0.05, consent: 0.5, botPatience: 0, nudges: 2, ending: 'thanks' },
  says: {
    zh: {
      openings: [['转人工'], ['人工客服'], ['你好', '找人工'], ['别机器人，转真人']],
      insists: ['人工！', '我只要人工'],
      tellsPerson: ['{product}的事，{order}', '想问下能不能早点到', '电话联系我也行'],
    },
    en: {
      openings: [['Talk to a person'], ['agent'], ['hi', 'human please'], ['No bots, a real person']],
      insists: ['A PERSON', 'I only want a person'],
      tellsPerson: ['it is about the {product}, {order}', 'can it come any earlier?', 'you may call me, too'],
    },
  },
};
