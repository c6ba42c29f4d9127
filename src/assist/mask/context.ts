/** What the words beside a number say it is. */
export type NumberContext = 'order' | 'card' | 'phone' | 'identity' | 'unknown';

/** Words between a thing and its number. */
const numberWord = '(?:的?(?:单号|编号|号码|号|码)|\\s*(?:numbers?|no\\.?|id|code|#))';

const cues: readonly (readonly [context: NumberContext, words: RegExp])[] = [
  ['order', new RegExp(`(?:订单|单号|运单|物流单|流水|交易|凭证|批次|编号|货号|款号|型号|条码|退款单|工单|sku|orders?|tracking|waybill|invoice|ticket|reference|\\bref\\b|serial|transaction|barcode|\\bpo\\b|\\brma\\b)${numberWord}?`, 'gu')],
  ['order', new RegExp(`(?:快递|物流|包裹|发票|商品|parcel|package|shipment|item|product|model)${numberWord}`, 'gu')],
  ['card', /卡号|张卡|卡(?=[:：是为\s]*$)|银行卡|储蓄卡|信用卡|借记卡|账号|账户|尾号|\bcards?\b|visa|mastercard|unionpay|debit|credit|account/gu],
  ['phone', /打(?:我|给|这个)|加我|手机|电话|联系|号码|致电|拨打|打给|短信|微信|来电|热线|座机|tel|phone|mobile|cell|call|text|whatsapp|contact|reach|sms|fax|\bhp\b/gu],
  ['identity', /身份证|证件|身份|护照|\bid\b|identity|passport|\bssn\b|social security|resident/gu],
];
/** How far a word reaches, in characters. */
const before = 16;
const after = 8;
/** "My order is late, 138..." is a telephone number: what names an order must stand right beside its number. */
const orderReach = 6;

/**
 * The nearest telling word before a number (else just behind it). Another number, a bracket or the end of a
 * sentence cuts the view: what stands beyond belongs to something else.
 */
export function numberContext(text: string, start: number, end: number): NumberContext {
  const left = text.slice(Math.max(0, start - before), start).replace(/^.*[\d[\]。,，!?;；！？\n]/su, '');
  const right = text.slice(end, end + after).replace(/[\d[\]。，,!?;；\n].*$/su, '');
  const told = lastCue(left);
  if (told !== 'unknown') return told;
  return /^(?:\s|这个|是|的|就是|为|is|the|my|[()])*(?:订单|单号|运单|快递单|order|tracking)/u.test(right) ? 'order' : 'unknown';
}

function lastCue(words: string): NumberContext {
  let context: NumberContext = 'unknown';
  let latest = -1;
  for (const [name, expression] of cues) {
    for (const match of words.matchAll(expression)) {
      const reach = match.index + match[0].length;
      const isNear = name !== 'order' || words.length - reach <= orderReach;
      if (isNear && reach > latest) [context, latest] = [name, reach];
    }
  }
  return context;
}

const plainPrefix = /(?:^|[^a-z\d])(?:tel|phone|mobile|mob|cell|call|id|no|card|wx|vx|qq|sms|text|is|at|on|ssn|fax|hp|m|t|p)$/u;

/** Whether letters touch the number as in SF1390000... or 1390000-A7: then it is a code, whatever its digits say. */
export function isInsideCode(text: string, start: number, end: number): boolean {
  if (/^(?:[-_]?[a-z]{1,4}\d|[a-z]{1,2}(?![a-z]))/u.test(text.slice(end, end + 6))) return true;
  const left = text.slice(Math.max(0, start - 12), start);
  return /(?:^|[^a-z])[a-z]{1,5}[-_#]?$/u.test(left) && !/[:：]$/u.test(left) && !plainPrefix.test(left.replace(/[-_#]$/u, ''));
}
