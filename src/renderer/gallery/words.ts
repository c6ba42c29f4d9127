/** The gallery's words: invented people and orders, as on the design's sheet of components. */
export const WORDS = {
  title: '组件',
  intro: '每个组件的全部状态。一种强调色；琥珀与红只说时间和风险；情绪有自己的形状。',
  buttons: {
    head: ['按钮', '高 28，大号 32，小号 24'],
    primary: '主要', hover: '悬停', focus: '焦点', off: '不可用', plain: '普通', quiet: '安静', open: '展开', danger: '危险', icon: '图标', small: '小号', large: '大号', working: '进行中',
    send: '发送', resolve: '完结', urge: '催件', later: '稍后', refund: '退款', cancelOrder: '取消订单', more: '更多', exchange: '换货', signIn: '登录', submitted: '已提交，等回执', delivered: '已签收，不能催件',
  },
  fields: {
    head: ['输入、选择、字段', '边线 3:1，焦点环 2 px'],
    amount: '金额', most: '最多 ¥368.00', focused: '金额（焦点）', within: '限额内，免审批', wrong: '金额（出错）', tooMuch: '超过实付 ¥368.00', off: '金额（不可用）', whenOnline: '联网后才能退款',
    reason: '原因', broken: '商品破损', late: '物流延误', wrongItem: '发错商品', search: '搜索', searchHint: '搜索会话、客户、订单',
    notify: '通知客户', sendBack: '寄回', way: '退回方式', sameWay: '原路', balance: '余额', accepting: '可接待', sound: '提示音',
  },
  tabs: { head: ['标签页与分段', ''], mode: '模式', reply: '回复客户', note: '内部备注', whisper: '悄悄话', period: '时段', today: '今天', week: '7 天', month: '30 天' },
  badges: {
    head: ['徽标、标签、等级、头像', '等级用墨色轻重，不用颜色'],
    unread: '未读', count: '计数', waits: '待人处理', tag: '标签', open: '处理中', risk: '风险', escalated: '升级', due: '临期', soon: '将超时', chosen: '选中', broken: '破损',
    black: '黑卡', gold: '金卡', silver: '银卡', member: '会员', customer: '客户', accepting: '可接待', rest: '小休', wrapUp: '会话后处理', off: '离线', bot: '机器人', key: '按键',
    names: ['陈', '林', '周', '何', '许'],
  },
  clocks: {
    head: ['等待时钟、SLA 环、情绪、走势', '形状先于颜色'],
    under60: '60 秒内', from60: '60 秒起', from100: '100 秒起', answered: '已回复', answeredAge: '3 分', cut: '断线，估计',
    plenty: '充足', quarter: '四分之一内', breached: '已超时', paused: '暂停', glad: '满意', content: '缓和', neutral: '平静', uneasy: '不满', angry: '愤怒', better: '转好', steady: '平稳', worse: '变差',
    promise: '回复期限', trend: '情绪走势，现在',
  },
  rows: {
    head: ['会话行', '两行 56；单行 32'],
    now: '现在要你处理', byUrgency: '按紧急度',
    zhao: '赵一禾', wang: '王伯安', chen: '陈小满', xu: '许未', he: '何雨霏', han: '韩北',
    plainUnread: '普通，未读', viewed: '有人在看，过 60 秒', chosen: '选中', late: '超时，同事在回复', line: '单行，悬停', viewer: '周屿', replying: '周屿在回复', draft: '草稿', draftText: '您好，换货的尺码', app: '应用内', web: '网页', sixMinutes: '6 分',
  },
  messages: {
    head: ['消息', '左边是客户，右边是我们，斜纹是内部'],
    chen: '陈小满', bot: '机器人', zhou: '周屿', he: '何穗', me: '我', noteAudience: '内部备注', whisperAudience: '组长悄悄话',
    threat: '不解决我就去平台投诉', upload: '请上传破损照片。', note: '仓库退回：缺货。', whisper: '可以直接给她换云白，我批。', checking: '我正在查补发单。', offline: '断线时写的一句。', failed: '这句没有发出去。',
    flag: '投诉风险，很可能', evidence: '“去平台投诉”', askLead: '请组长看', notRisk: '误报', delivered: '已送达', read: '已读', queued: '在本机，待发第 1 条', refused: '没有发出：渠道拒收', again: '改后重发',
    assigned: '20:39:05 派给你：接待过她 2 次', why: '为什么是我', fresh: '你上次看过之后，2 条新消息', trace: '为什么这样答 · 312 ms',
    intent: '意图', damage: '破损登记', resend: '查询补发', slots: '槽位', order: '订单 B2048-7713 · ', missing: '照片：没认出 11-15 已发', sources: '依据', article: '破损登记流程 v4',
  },
  packet: {
    head: ['交接单', ''], title: '交接单', route: '机器人 → 你　20:39:02', reason: '机器人两次未解决',
    summary: ['摘要', '两只杯子破损，承诺补发，没有发出'], promised: ['承诺过', '11-15 周屿：48 小时内补发'], lateBy: '已过 3 天', question: ['待回答', '能不能赶在 22 日前拿到？'],
  },
  suggestions: {
    head: ['推荐回复', '三列，依据必有'], title: '推荐回复', note: '已读到最新一条，41 ms', insert: '插入', none: '没用', confidence: '置信度',
    chosen: ['选中', '同款缺货，是我们没及时告诉您。云白色有现货，今晚发。'], plain: ['普通', '您更希望退款，还是换一套现货？'], gone: ['已撤回', '今晚发次日达，预计 22 日到。'],
    article: '破损包赔 v7', packet: '交接单', because: '客户又说话了，已过时', silent: '没有依据时', silence: '没有可靠依据，不推荐',
  },
  guard: { head: ['守句提示', '阻止、确认、提示三级'], stop: '不能发送', others: '含其他客户的手机号', mask: '遮住', beyond: '超出承诺', sayExpected: '时效只能说“预计”', replace: '替换', keep: '仍这样说', shorter: '可以更短', twice: '这句和上一句说了同一件事' },
  composer: {
    head: ['回复框', '标签 32，正文 60 起，提示 32，工具 40'], label: '回复框', saved: '草稿已存在本机 20:42:01', text: '同系列“云白”有现货，今晚就发次日达，保证后天一定送到', marked: '保证后天一定送到', attach: '附件', knowledge: '插入知识', emoji: '表情', macros: '快捷话术', seen: '发送时核对：已看到第 184 条',
  },
  strips: { head: ['合并提醒、连接条、浮条', '同一时刻只有一条'], late: '2 位等太久，最久 01:42', jump: '跳到最久', cut: '断线 02:14，内容停在 20:42:03，你写的会按顺序发出', catchingUp: '补齐中，第 215 条，共 231 条', refunded: '已退 ¥98.00，回执 R-77120', view: '查看', resolved: '已完结', undo: '撤销', seconds: '7 秒', shelf: '通知' },
  menus: { head: ['菜单与提示', ''], open: '更多操作', transfer: '转接…', later: '稍后…', merge: '合并到…', urge: '催件', delivered: '已签收', cancel: '取消订单…', resolve: '完结', exact: '2026-11-20 20:40:21，1 分 42 秒前' },
  dialogs: {
    head: ['对话框', ''], open: '打开', title: '取消整个订单？', body: 'B2048-7713 会全额退回 ¥368.00。已签收的包裹不会召回。此操作不能撤销，会记入订单与审计。', safe: '不取消', act: '取消订单，退 ¥368.00',
    staleTitle: '还没有发出：你写的时候，情况变了', staleBody: '你看到第 184 条、订单 v12。现在是第 187 条、订单 v13。', staleSafe: '回去，看完再改', staleAct: '仍然发送', kept: '草稿还在，没有丢', who: '陈小满', said: '不用换了，退款吧，我去别家买', hit: '退款吧', intent: '意图：换货 → 退款',
    refunded: '周屿 已退款', before: 'v12 可退 ¥368.00', after: 'v13 已退 ¥98.00，可退 ¥270.00', receipt: '回执 R-77120',
  },
  palette: { head: ['命令面板', 'Ctrl K'], label: '命令面板', placeholder: '搜索', query: '退款', here: '这条会话', refund: '退款 B2048-7713…', insert: '插入“破损包赔 v7”', go: '去', wang: '王伯安：退款到底什么时候到账？', waiting: '待批退款，2 笔', empty: '没有' },
  table: { head: ['表格', '行高 32，数字右对齐'], queue: '队列', waiting: '排队', longest: '最久', rate: '三分钟回复率', damage: '售后，破损', shipping: '物流', invoice: '发票', none: '无', noSample: '无分母' },
  order: {
    head: ['订单与工单', '不能做的仍在原位，说明为什么'], ordered: '11-11 下单', paid: '¥368.00 已付', way: '物流', steps: ['发货 11-12', '签收 11-14', '补发退回', '完成'],
    refund: '退款', exchange: '换货', amount: '金额，最多 ¥368.00', preview: '预览', cups: '杯子 × 2，按比例', before: '已退，按订单 v12 核对', total: '原路退回，1–3 天', pay: '退款 ¥98.00', cancel: '取消', limit: '限额内，免审批',
    ticket: '工单 #40718', due: '22:39 到期', history: '工单经过', events: ['升级：投诉风险', '转人工，派给林知遥', '补发单被仓库退回：缺货', '新建：投诉，物流破损'],
    spent: ['累计', '¥9,204，31 单'], since: ['入会', '2022-03'], phone: ['手机', '138 •••• 0917'], refunds: ['退款', '1 次，3.2%'], times: '第 3 次为这单联系',
  },
  lead: {
    head: ['图表框、数字、负载', '定义、样本、来源都在框上'], waiting: '排队人数', unit: '每分钟，今天', source: '口径与明细', chart: '排队人数，20 点后从 3 升到 12', now: '12',
    tiles: { waiting: ['排队中', '12', '上限 16'], longest: ['最久未回', '01:42', '目标 ≤ 01:40'], due: ['SLA 将超', '7', '10 分内'], satisfied: ['满意度', '没有样本', '今天还没有人评价'] },
    load: '负载', agents: ['林知遥 7/8', '苏禾 5/8', '罗一诚 0/8'],
  },
  frame: { head: ['导轨、空、骨架', ''], nav: '主导航', desk: '工作台', queues: '排队', knowledge: '知识', waits: '3 位等你', accepting: '可接待', load: '7 / 8', age: '0.4 s', ageTitle: '距最近一次事件', name: '林知遥', done: '都回完了', doneNote: '排队里还有 4 位，最久 00:31', next: '接下一位', list: '会话列表' },
} as const;
