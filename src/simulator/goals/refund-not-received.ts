import type { Goal } from '../goal.ts';

export const refundNotReceived: Goal = {
  name: 'refund-not-received',
  weight: 7,
  plot: { stories: ['refund-not-received', 'refused-parcel'], states: ['refunded', 'returning'] },
  intents: ['refund-status', 'refund-request'],
  photo: null,
  temper: { contentment: 0.35, consent: 0.8, botPatience: 1, nudges: 2, ending: 'thanks' },
  says: {
    zh: {
      openings: [['退款怎么还没到账'], ['退了一周了', '钱呢'], ['{order} 的退款什么时候到']],
      insists: ['早就过了三天了', '银行说没收到'],
      tellsPerson: ['用手机付的', '查了账单，没有', '能给个流水号吗'],
    },
    en: {
      openings: [['My refund has not arrived'], ['sent it back a week ago', 'where is my money'], ['When do I get the refund for {order}?']],
      insists: ['three days are long over', 'my bank has nothing'],
      tellsPerson: ['paid by card', 'checked my statement, nothing', 'is there a reference number?'],
    },
  },
};
