export const suggestions = {
  title: '推荐回复',
  fresh: '已读到最新一条，{{milliseconds}} ms',
  none: '这条消息没有有依据的推荐',
  answered: '客户再说话时会有新的',
  offline: '断线前给出的；库存和订单没有核对',
  insert: '插入',
  noneFits: '没用',
  keys: 'Alt 1–3',
  confidence: '把握，0 到 1',
  withdrawn: '已收回：{{why}}',
  said: '记下了',
};
