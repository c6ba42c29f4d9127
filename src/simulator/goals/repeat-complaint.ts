import type { Goal } from '../goal.ts';

export const repeatComplaint: Goal = {
  name: 'repeat-complaint',
  weight: 4,
  plot: { stories: ['reship-number-waited', 'reship-address-unclear', 'seam-quality', 'frequent-refunds'], states: [] },
  intents: ['parcel-lost', 'quality-complaint', 'delivery-late'],
  photo: 'crushed-box',
  temper: { contentment: 0.1, consent: 0.4, botPatience: 0, nudges: 3, ending: 'thanks' },
  says: {
    zh: {
      openings: [['这是第三次找你们了！！', '能不能解决'], ['每次都说马上处理', '结果呢？'], ['{order} 到底管不管', '我都说了几遍了']],
      insists: ['别再给我发这些套话', '你们就是在拖'],
      tellsPerson: ['前面两个客服都答应了，没人做', '我不想再说一遍了', '给我一个准确的时间'],
    },
    en: {
      openings: [['This is the THIRD time I write to you', 'are you going to fix it'], ['every time you say it is being handled', 'and then nothing happens'], ['What about {order}?', 'I have told you over and over']],
      insists: ['Stop sending me these phrases', 'you are just stalling'],
      tellsPerson: ['two of your colleagues promised and nobody did anything', 'I am not going to explain it again', 'give me an exact time'],
    },
  },
};
