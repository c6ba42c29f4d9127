import type { Goal } from '../goal.ts';

export const whereIsMyParcel: Goal = {
  name: 'where-is-my-parcel',
  weight: 12,
  plot: { stories: ['arriving-soon', 'stalled-parcel', 'late-compensation'], states: ['shipped'] },
  intents: ['track-order', 'delivery-late', 'urge-delivery'],
  photo: null,
  temper: { contentment: 0.55, consent: 0.9, botPatience: 1, nudges: 2, ending: 'thanks' },
  says: {
    zh: {
      openings: [['你好，我的快递到哪了'], ['{product}什么时候能到啊'], ['物流好几天没动了', '帮我看看'], ['查下 {order} 的物流'], ['怎么还没收到{product}']],
      insists: ['我知道在路上，我是问还要几天', '已经比别人慢好多了'],
      tellsPerson: ['一直停在那个地方没更新', '三天没动了', '我后天要出门，最好明天能到'],
    },
    en: {
      openings: [['Hi, where is my parcel?'], ['when will the {product} arrive'], ['tracking has not moved for days', 'can you check'], ['Where is {order}?'], ['still no {product}, what is going on']],
      insists: ['I can see it is on its way, how many more days?', 'That is what the tracking page says too. When will it be here?'],
      tellsPerson: ['It has been stuck in the same place', 'nothing for three days', 'I am travelling on Friday, it has to come before that'],
    },
  },
};
