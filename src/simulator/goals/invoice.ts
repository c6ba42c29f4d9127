import type { Goal } from '../goal.ts';

export const invoice: Goal = {
  name: 'invoice',
  weight: 4,
  plot: { stories: ['invoice-missing', 'invoice-title-wrong'], states: ['completed', 'delivered'] },
  intents: ['invoice-request', 'invoice-error'],
  photo: null,
  temper: { contentment: 0.3, consent: 0.9, botPatience: 1, nudges: 1, ending: 'thanks' },
  says: {
    zh: {
      openings: [['发票怎么开'], ['{order} 的发票没给我', '报销要用'], ['发票抬头开错了']],
      insists: ['我要电子发票', '抬头是公司'],
      tellsPerson: ['抬头：云阶设计工作室', '发邮箱就行', '这周要报销'],
    },
    en: {
      openings: [['How do I get an invoice?'], ['no invoice for {order}', 'I need it for expenses'], ['The name on my invoice is wrong']],
      insists: ['an electronic one', 'it has to be on the company'],
      tellsPerson: ['the name is Cloudstep Studio', 'e-mail is fine', 'I need it this week'],
    },
  },
};
