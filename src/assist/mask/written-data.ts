import { isIban } from './check-digits.ts';
import type { PersonalDataKind, PersonalRange } from './personal-data.ts';

const number = '[\\d零〇一二三四五六七八九十百]{1,6}';
const place = '[\\p{Script=Han}]';
const region = `(?:${place}{2,7}(?:省|自治区|特别行政区))?(?:${place}{1,7}(?:市|自治州|地区|盟))?(?:${place}{1,7}(?:区|县|旗))?(?:${place}{1,7}(?:街道|镇|乡))?`;
const door = `(?:[\\s,]*(?:[a-z]?${number}[a-z]?(?:[-#]${number})*\\s?(?:号楼|号院|号|栋|幢|座|单元|楼|层|室|户|弄|房)|[a-d]座)(?:${number}(?!\\d))?)`;
const street = `${place}{1,10}?(?:路|街|大道|道|巷|胡同|弄|里|村|小区|花园|公寓|大厦|广场|苑|园|城|府|湾|社区)`;
const hanAddress = new RegExp(`${region}(?:${street}){1,3}${door}{1,5}`, 'gu');
const regionAddress = new RegExp(`${place}{2,7}(?:省|自治区|市)${place}{1,7}(?:市|区|县)${place}{1,12}${door}{1,4}`, 'gu');

const streetNames = 'street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|way|place|pl|square|sq|terrace|close|crescent|parkway|pkwy|highway|hwy|circle|cir|trail|row|mews';
const unit = '(?:,?\\s*(?:apartment|apt|suite|ste|unit|flat|floor|fl|room|rm|#)\\.?\\s*#?[a-z]?\\d+[a-z]?)?';
const town = "(?:,\\s*[a-z][a-z.' ]{1,24}){0,2}(?:,?\\s*(?:[a-z]{2}\\s+\\d{5}(?:-\\d{4})?|[a-z]{1,2}\\d[a-z\\d]?\\s*\\d[a-z]{2}))?";
const latinAddress = new RegExp(`(?<![\\d.])\\b\\d{1,5}[a-z]?\\s+(?:[nsew]\\.?\\s+)?(?:[a-z][a-z'.]*\\s+){1,4}(?:${streetNames})\\b\\.?${unit}${town}`, 'gu');

/** Words that lead to an address but are not part of it. */
const leadIn = /^.*(?:收货地址|地址|住在|住址|寄到|寄去|寄往|送到|送去|发到|发往|改成|改为|改到|换成|换到|家在|就在|位于|是|在|到)(?:了|:|：)?/u;

const shapes: readonly (readonly [kind: PersonalDataKind, expression: RegExp])[] = [
  ['email', /[a-z\d][a-z\d._%+-]{0,63}\s?@\s?[a-z\d](?:[a-z\d-]{0,62}[a-z\d])?(?:\.[a-z\d-]{1,63})*\.[a-z]{2,24}/gu],
  ['passport', /(?<=(?:护照|passport)[^\d\n]{0,12})[a-z]{1,2}\d{7,8}(?!\d)/gu],
  ['plate', /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-hj-np-z][·\s]?(?=[a-hj-np-z\d]*\d)[a-hj-np-z\d]{5,6}(?![a-z\d])/gu],
];

/** Personal data that is known by its form and words rather than by digits alone. */
export function findWrittenData(text: string): PersonalRange[] {
  const plain = shapes.flatMap(([kind, expression]) => rangesOf(text, expression, kind));
  return [...plain, ...findIbans(text), ...findHanAddresses(text), ...rangesOf(text, latinAddress, 'address')];
}

function rangesOf(text: string, expression: RegExp, kind: PersonalDataKind): PersonalRange[] {
  return Array.from(text.matchAll(expression), (match) => ({ kind, start: match.index, end: match.index + match[0].length }));
}

function findIbans(text: string): PersonalRange[] {
  return rangesOf(text, /(?<![a-z\d])[a-z]{2}\d{2}(?:\s?[a-z\d]{4}){2,6}(?:\s?[a-z\d]{1,3})?(?![a-z\d])/gu, 'iban')
    .filter(({ start, end }) => isIban(text.slice(start, end).replaceAll(/\s/gu, '')));
}

function findHanAddresses(text: string): PersonalRange[] {
  const found = [...rangesOf(text, regionAddress, 'address'), ...rangesOf(text, hanAddress, 'address')];
  return found.map((range) => {
    const lead = leadIn.exec(text.slice(range.start, range.end).replace(/\d.*$/su, ''))?.[0].length ?? 0;
    return { ...range, start: range.start + lead };
  });
}
