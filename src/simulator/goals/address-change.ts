import type { Goal } from '../goal.ts';

export const addressChange: Goal = {
  name: 'address-change',
  weight: 5,
  plot: { stories: ['address-change-paid', 'address-change-packed'], states: ['paid', 'packed'] },
  intents: ['address-change'],
  photo: null,
  temper: { contentment: 0.25, consent: 0.9, botPatience: 0, nudges: 2, ending: 'thanks' },
  says: {
    zh: {
      openings: [['地址填错了', '能改吗'], ['改个收货地址 {order}'], ['我搬家了，{product}寄新地址行不']],
      insists: ['还没发货应该能改吧', '赶紧帮我改'],
      tellsPerson: ['改到南桥路 18 号 3 幢 502', '电话不变', '市不变，就换个小区'],
    },
    en: {
      openings: [['I gave the wrong address', 'can you change it'], ['please change the delivery address of {order}'], ['I have moved, can the {product} go to the new place?']],
      insists: ['it has not been sent, so it should be possible', 'please be quick'],
      tellsPerson: ['18 South Bridge Road, block 3, flat 502', 'same phone', 'same city, other street'],
    },
  },
};
