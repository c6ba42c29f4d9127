import type { Goal } from '../goal.ts';

export const cancelOrder: Goal = {
  name: 'cancel-order',
  weight: 5,
  plot: { stories: ['cancel-while-paid', 'cancel-while-packed', 'double-charged'], states: ['paid', 'packed'] },
  intents: ['cancel-order', 'refund-request'],
  photo: null,
  temper: { contentment: 0.25, consent: 0.9, botPatience: 1, nudges: 2, ending: 'thanks' },
  says: {
    zh: {
      openings: [['不想要了', '取消订单'], ['{order} 取消'], ['拍错了，能退款吗，还没发货']],
      insists: ['别发了，我要取消', '还没发货应该能取消'],
      tellsPerson: ['拍重了', '退款多久到', '对，整单取消'],
    },
    en: {
      openings: [['I changed my mind', 'cancel my order'], ['Cancel {order}'], ['ordered by mistake, it is not sent yet, can I get my money back']],
      insists: ['please do not send it, I want to cancel', 'it has not left yet'],
      tellsPerson: ['ordered it twice', 'how long does the refund take', 'yes, the whole order'],
    },
  },
};
