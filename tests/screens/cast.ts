import type { Language } from '../../src/shared/contracts/basics.ts';

/** A customer of the demo shop and what they say, one word after the other. */
type Part = { readonly as: string; readonly says: readonly string[]; /** What the agent has answered. */ readonly answer?: string };

/** The conversations that stand on the desk in a picture. */
export type Cast = {
  readonly lead: { readonly as: string; readonly name: string; readonly says: readonly string[]; readonly wish: string; readonly afterthought: string };
  readonly others: readonly (Part & { readonly name: string })[];
  readonly note: string;
  readonly greeting: string;
  /** A promise that nobody may give. */
  readonly doubtful: string;
  readonly reply: string;
};

export const CASTS: { readonly [L in Language]: Cast } = {
  zh: {
    lead: {
      as: 'chen-xiaoman',
      name: '陈小满',
      says: ['茶具可以放洗碗机吗？', '订单 B2048-7713 收到时两只杯子碎了，补发的又退回去了，再不处理我就投诉到平台'],
      wish: '这是给我妈生日的。能先退两只杯子的钱吗？',
      afterthought: '算了，还是给我换一套完整的吧，钱先不用退',
    },
    others: [
      { as: 'luo-qing', name: '骆青', says: ['我的快递到哪了？'] },
      { as: 'jiang-yinuo', name: '蒋一诺', says: ['这款杯子能不能上洗碗机？'] },
      { as: 'wang-boan', name: '王伯安', says: ['退款到底什么时候到账？', '转人工'] },
      { as: 'gu-nanzhi', name: '顾南枝', says: ['我要找人工客服'], answer: '您好南枝，照片收到了，我正在看。' },
      { as: 'he-yufei', name: '何雨霏', says: ['你好，帮我转人工客服'], answer: '您好，换货的尺码已为您留好。' },
      { as: 'cao-ning', name: '曹宁', says: ['我不要机器人，给我转人工'] },
    ],
    note: '补发单被仓库退回：地址写漏了楼栋。是我们的错。',
    greeting: '小满您好，我是林知遥。照片都在，不用再发，我正在查补发单。',
    doubtful: '小满，是我们没做到，真的抱歉。同系列“云白”有现货，今晚就发，保证后天一定送到。',
    reply: '小满，两只杯子的 98 元马上原路退给您。',
  },
  en: {
    lead: {
      as: 'mira-calder',
      name: 'Mira Calder',
      says: ['Can the tea set go in the dishwasher?', 'Two cups in B2048-8801 arrived broken and the replacement was sent back. If nobody helps I will report you to the platform'],
      wish: 'It is my mother’s birthday present. How is a partial refund for two cups worked out?',
      afterthought: 'On second thoughts please send a whole new set, no refund yet',
    },
    others: [
      { as: 'lou-gray', name: 'Lou Gray', says: ['Where is my parcel?'] },
      { as: 'ina-jost', name: 'Ina Jost', says: ['Can these cups go in the dishwasher?'] },
      { as: 'owen-brandt', name: 'Owen Brandt', says: ['When will my refund arrive?', 'I want to talk to a person'] },
      { as: 'nora-quill', name: 'Nora Quill', says: ['I want to talk to a person, please'], answer: 'Hello Nora, I have your photos and am looking at them.' },
      { as: 'hana-frey', name: 'Hana Frey', says: ['Can I talk to a real person?'], answer: 'Your new size is put aside for you.' },
      { as: 'cai-norton', name: 'Cai Norton', says: ['No bot please, let me talk to a person'] },
    ],
    note: 'The replacement came back: our label missed the building. This one is on us.',
    greeting: 'Hello Mira, I am Lin Zhiyao. Your photos are here, no need to send them again; I am looking into the replacement.',
    doubtful: 'Mira, we let you down and I am sorry. The set in cloud white is in stock and will definitely arrive on Saturday.',
    reply: 'Mira, 98.00 for the two cups goes back to you right away.',
  },
};
