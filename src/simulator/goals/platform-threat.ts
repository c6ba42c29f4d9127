import type { Goal } from '../goal.ts';

export const platformThreat: Goal = {
  name: 'platform-threat',
  weight: 3,
  plot: { stories: ['delivered-not-received', 'parcel-lost', 'face-cream-allergy'], states: [] },
  intents: ['complaint-threat', 'parcel-lost'],
  photo: null,
  temper: { contentment: 0.1, consent: 0.4, botPatience: 0, nudges: 3, ending: 'thanks' },
  says: {
    zh: {
      openings: [['再不处理我就投诉到平台了'], ['我要打 12315', '你们等着'], ['{product}没收到显示签收', '今天不解决我就去平台投诉曝光']],
      insists: ['我现在就截图投诉', '消协见'],
      tellsPerson: ['签收不是我签的', '物业也没有', '今天必须给说法'],
    },
    en: {
      openings: [['If this is not solved I will report you to the platform'], ['I am filing a complaint with consumer protection', 'your choice'], ['the {product} shows as delivered and I never got it', 'fix it today or I post this everywhere']],
      insists: ['I am taking screenshots for my complaint', 'see you at the consumer office'],
      tellsPerson: ['I did not sign for it', 'the neighbours do not have it either', 'I want an answer today'],
    },
  },
};
