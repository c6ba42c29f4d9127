import type { Goal } from '../goal.ts';

export const notDispatched: Goal = {
  name: 'not-dispatched',
  weight: 6,
  plot: { stories: ['not-dispatched', 'paid-but-out-of-stock'], states: ['paid'] },
  intents: ['delivery-late', 'track-order', 'stock-availability'],
  photo: null,
  temper: { contentment: 0.4, consent: 0.8, botPatience: 1, nudges: 2, ending: 'thanks' },
  says: {
    zh: {
      openings: [['我的{product}怎么还不发货'], ['付款好久了', '什么时候发'], ['{order} 还没发货是缺货了吗']],
      insists: ['说好 48 小时的，已经超了', '那到底哪天发'],
      tellsPerson: ['缺货就早说', '能换个颜色马上发也行', '今天能发吗'],
    },
    en: {
      openings: [['Why has my {product} not been sent yet?'], ['paid days ago', 'when do you ship'], ['Is {order} out of stock or what?']],
      insists: ['You said 48 hours and that is over', 'So which day exactly?'],
      tellsPerson: ['If it is out of stock just tell me', 'another colour is fine if it goes out today', 'can it leave today?'],
    },
  },
};
