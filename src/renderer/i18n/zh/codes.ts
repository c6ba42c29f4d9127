import { error } from './codes-error.ts';

export const codes = {
  error,
  flag: {
    'complaint-platform': '平台投诉风险', 'complaint-regulator': '监管投诉风险', media: '曝光风险', legal: '法律风险', 'self-harm': '自伤风险', abuse: '辱骂', churn: '流失风险', fraud: '欺诈嫌疑', safety: '安全风险', anger: '情绪激动',
  },
  band: { likely: '可能', 'very-likely': '很可能' },
  packetReason: {
    'cannot-answer': '机器人未能解决', 'customer-asks': '客户要找人工', 'negative-mood': '情绪不好', risk: '有风险', 'high-value': '高价值', policy: '按规定转人工', 'action-failed': '操作没办成',
  },
  intent: {
    'track-order': '查物流', 'delivery-late': '快递太慢', 'urge-delivery': '催件', 'parcel-lost': '包裹丢失', 'address-change': '改地址', 'cancel-order': '取消订单', 'refund-request': '申请退款', 'refund-status': '退款进度',
    'return-request': '退货', 'exchange-size': '换货', 'wrong-item': '发错货', 'missing-item': '少发', 'damaged-item': '商品破损', 'quality-complaint': '质量问题', 'price-protection': '价保', 'coupon-trouble': '优惠券问题',
    'invoice-request': '开发票', 'invoice-error': '发票有误', 'size-advice': '选尺码', 'material-care': '洗护', 'product-compare': '商品对比', 'stock-availability': '有没有货', 'promotion-question': '活动',
    'payment-trouble': '付款问题', 'human-request': '找人工', 'complaint-threat': '投诉', 'account-help': '账户', warranty: '保修', 'gift-wrap': '礼品包装', 'shipping-fee': '运费', 'delivery-time': '多久能到',
    'shop-hours': '营业时间', 'bulk-order': '团购', membership: '会员', 'product-authenticity': '正品', 'installation-help': '安装使用', 'review-question': '评价', 'privacy-delete': '注销或删除信息',
    greeting: '打招呼', thanks: '道谢', goodbye: '道别', 'confirm-yes': '同意', 'confirm-no': '不同意',
  },
  phraseRule: {
    'absolute-claim': '绝对化用语', 'promise-beyond-policy': '超出承诺', 'off-platform': '引导到平台外', 'rude-or-blaming': '语气像责怪', 'internal-talk': '内部的话',
  },
  packetPart: { intent: '诉求', order: '订单', known: '细节', words: '原话', question: '待答问题' },
  slot: { orderNumber: '订单', orderState: '订单状态', product: '商品', tracking: '快递单号', photos: '照片', amount: '金额', topic: '诉求', phone: '手机', email: '邮箱' },
  orderState: { placed: '待付款', paid: '已付款', packed: '已打包', shipped: '已发货', delivered: '已签收', completed: '已完成', cancelled: '已取消', returning: '退货中', refunded: '已退款' },
  orderStep: { placed: '下单', shipped: '发货', delivered: '签收', 'reship-returned': '补发退回', returning: '退货中', completed: '完成', cancelled: '取消' },
  shipment: { label: '已出单', 'in-transit': '运输中', stalled: '停滞', 'out-for-delivery': '派送中', delivered: '已签收', returned: '已退回' },
  ticketState: { new: '新建', open: '处理中', pending: '等待客户', 'on-hold': '等待第三方', solved: '已解决', closed: '已关闭' },
  ticketKind: { inquiry: '咨询', complaint: '投诉', suggestion: '建议', review: '评价' },
  category: { logistics: '物流', 'return-exchange': '退换货', refund: '退款', product: '商品', invoice: '发票', promotion: '活动', account: '账户', order: '订单', other: '其他' },
  priority: { low: '低', normal: '普通', high: '高', urgent: '紧急' },
  priorityReason: {
    complaint: '投诉', 'vip-complaint': '最高等级客户投诉', 'tier-black': '黑卡', 'tier-gold': '金卡', 'tier-silver': '银卡', 'risk-flags': '风险标记', 'negative-mood': '情绪不好', 'high-value': '高价值', 'repeat-contact': '重复来访',
  },
  disposition: { solved: '已解决', answered: '已答复', compensated: '已补偿', 'no-reply': '客户未回复', duplicate: '重复', spam: '垃圾信息', other: '其他' },
  tier: { black: '黑卡', gold: '金卡', silver: '银卡', member: '会员' },
  role: { agent: '客服', lead: '组长', trainer: '培训', editor: '知识编辑', qa: '质检', admin: '管理员' },
  channel: { web: '网页' },
  mood: { angry: '愤怒', uneasy: '不安', neutral: '平静', content: '满意', glad: '高兴' },
  withdrawn: { 'customer-wrote': '客户又说话了', replied: '已回复', 'order-changed': '订单变了', resolved: '已完结' },
  whyNot: {
    'not-paid': '还没付款', 'nothing-left': '已全部退还', 'already-shipped': '已经发货', 'not-shipped': '还没发货', 'already-delivered': '已经签收', 'not-delivered': '还没签收', 'no-other-variant': '没有其他现货款式',
    'out-of-stock': '缺货', cancelled: '已取消', 'coupon-given': '优惠券已发完', 'protection-over': '价保期已过', 'no-price-drop': '没有降价', 'urged-recently': '刚刚催过', 'already-issued': '发票已开', 'already-returning': '退货已登记',
    'return-window-over': '退货期已过', 'not-allowed': '你的角色不能办', 'in-progress': '另一个操作进行中', 'not-identified': '客户身份未确认',
  },
  previewLine: {
    line: '{{name}} × {{quantity}}', 'refunded-before': '此前已退', 'original-route': '原路退回', 'refund-on-arrival': '收到退货后退款', 'ships-within': '{{hours}} 小时内发出', 'address-from': '原地址 {{address}}',
    'address-to': '新地址 {{address}}', 'exchange-for': '换成 {{name}}', 'stock-after': '换后余 {{stock}} 件', 'invoice-for': '{{title}}，发到 {{email}}', 'coupon-next-order': '下单可用的优惠券，{{days}} 天内有效',
    'carrier-asked': '向{{carrier}}催 {{tracking}}',
  },
  actionState: { proposed: '等待批准', submitted: '已提交，等回执', executed: '已办成', unconfirmed: '还没确认', failed: '没办成', declined: '未批准' },
  assignmentReason: {
    waited: '已等 {{value}} 秒', 'knows-customer': '接待过 {{value}} 次', skill: '会处理{{value}}', overdue: '已超时，会处理{{value}}的人都不在', load: '负载 {{value}}', language: '语言 {{value}}', 'last-owner': '上次由你接待', requested: '指定', idle: '空闲 {{value}} 秒',
    tier: '等级 {{value}}', priority: '优先级 {{value}}',
  },
  skill: {
    damage: '破损', return: '退货', refund: '退款', quality: '质量', vip: '重要客户', logistics: '物流', address: '地址', product: '商品', promotion: '活动', payment: '付款', invoice: '发票', warranty: '保修', complaint: '投诉',
  },
  language: { zh: '中文', en: '英文' },
  assignmentHow: { dispatched: '派给{{name}}', 'taken-over': '{{name}}接手', transferred: '转给{{name}}', reopened: '回到{{name}}' },
  line: {
    episode: { opened: '第 {{episode}} 次服务开始', resolved: '已完结：{{disposition}}', reopened: '重新打开' },
    conversation: { snoozed: '稍后处理，到 {{until}}', unsnoozed: '从稍后回来' },
    queue: { entered: '在“{{queue}}”排队' },
    assignment: { revoked: '不再由{{name}}负责' },
    ticket: { created: '新建工单 #{{number}}', escalated: '升级：{{reason}}' },
    sla: { breached: '已超时' },
  },
  ticketLine: {
    ticket: {
      created: '新建：{{kind}}，{{category}}', 'state-changed': '{{from}} → {{to}}', classified: '归类：{{kind}}，{{category}}', prioritised: '优先级：{{priority}}', escalated: '升级：{{reason}}', assigned: '分给{{name}}',
    },
  },
  suggestionPart: { words: '用词相同', intent: '符合意图', order: '来自订单', graph: '来自商品', missing: '补问缺项', model: '模型所写', learned: '从使用中学到' },
};
