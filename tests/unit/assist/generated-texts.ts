import type { Random } from '../../../src/assist/numeric/random.ts';
import { hasLuhnDigit, isResidentId } from '../../../src/assist/mask/check-digits.ts';

/** A made-up message: its text, and the ranges in it that are personal data. For tests and benchmarks. */
export interface GeneratedText {
  text: string;
  personal: { value: string; start: number; end: number }[];
}

interface Piece {
  text: string;
  isPersonal: boolean;
}

/** Makes a message with one to three numbers, personal and not, in the ways people write them. Nothing in it is real. */
export function generateText(random: Random): GeneratedText {
  const count = 1 + Math.floor(random() * 3);
  const pieces = Array.from({ length: count }, () => pick(random, makers)(random)).flat();
  const generated: GeneratedText = { text: '', personal: [] };
  for (const piece of pieces) {
    const start = generated.text.length;
    generated.text += piece.text;
    if (piece.isPersonal) generated.personal.push({ value: piece.text, start, end: generated.text.length });
    else if (/[\da-z]$/iu.test(piece.text)) generated.text += pick(random, [' ', '，', '。', ', ']);
  }
  return generated;
}

const makers: readonly ((random: Random) => Piece[])[] = [
  (random) => labeled(random, ['手机', '电话:', '打我', '联系方式 ', 'my phone is ', 'call me at ', '我的号码是', ''], write(random, mobile(random), [3, 4, 4])),
  (random) => labeled(random, ['身份证', '身份证号：', 'ID ', '证件号码是', ''], write(random, residentId(random), [6, 8, 4])),
  (random) => labeled(random, ['卡号', '银行卡 ', '退到这张卡：', 'my card ', 'card number is ', ''], write(random, bankCard(random), [4, 4, 4, 4, 4])),
  (random) => labeled(random, ['邮箱', '发到', 'email me: ', 'mail '], `${letters(random, 6)}${digits(random, 2)}@${letters(random, 5)}.${pick(random, ['com', 'cn', 'org', 'co.uk'])}`),
  (random) => plain(random, ['身份证', 'ID ', '编码'], broken(residentId(random), isResidentId)),
  (random) => plain(random, ['卡号', 'card ', '尾款'], broken(bankCard(random), hasLuhnDigit)),
  (random) => plain(random, ['订单号', '订单 ', '我的订单是', 'order ', 'order number: ', '交易号'], digits(random, 16 + Math.floor(random() * 4))),
  (random) => plain(random, ['运单号', '快递单号：', 'tracking number ', '物流单号'], digits(random, 12 + Math.floor(random() * 4))),
  (random) => plain(random, ['快递', 'tracking ', '单号'], `${pick(random, ['SF', 'YT', 'JD', 'ZTO', 'JT'])}${digits(random, 13)}`),
  (random) => plain(random, ['一共', 'paid ', '金额'], `${digits(random, 3)}.${digits(random, 2)}`),
  (random) => plain(random, ['在', 'on '], `2026-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`),
  () => [{ text: '请问什么时候发货', isPersonal: false }],
  () => [{ text: 'any update on my parcel', isPersonal: false }],
];

function labeled(random: Random, labels: readonly string[], value: string): Piece[] {
  return [{ text: pick(random, labels), isPersonal: false }, { text: value, isPersonal: true }, { text: pick(random, ['，谢谢 ', ' thanks, ', '。', '\n', ' 一共3件 ']), isPersonal: false }].filter((piece) => piece.text !== '');
}

function plain(random: Random, labels: readonly string[], value: string): Piece[] {
  return [{ text: pick(random, labels) + value, isPersonal: false }];
}

/** As it is, in full-width digits, in groups, or in Han numerals. */
function write(random: Random, value: string, groups: readonly number[]): string {
  const style = Math.floor(random() * 6);
  if (style === 0) return [...value].map((character) => (/\d/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character)).join('');
  if (style === 1 || style === 2) return grouped(value, groups).join(style === 1 ? ' ' : '-');
  if (style === 3) return [...value].map((character) => '零一二三四五六七八九'[Number(character)] ?? character).join('');
  return value;
}

function grouped(value: string, groups: readonly number[]): string[] {
  let at = 0;
  return groups.map((size) => value.slice(at, (at += size))).filter((part) => part !== '');
}

function mobile(random: Random): string {
  return `1${pick(random, ['3', '5', '7', '8', '9'])}${digits(random, 9)}`;
}

function residentId(random: Random): string {
  const year = 1950 + Math.floor(random() * 60);
  const day = `${year}${pick(random, ['01', '05', '09', '12'])}${10 + Math.floor(random() * 18)}`;
  const body = `${pick(random, ['110105', '310104', '440305', '510107', '330106'])}${day}${digits(random, 3)}`;
  return body + (Array.from('0123456789X').find((last) => isResidentId((body + last).toLowerCase())) ?? '');
}

function bankCard(random: Random): string {
  const prefix = pick(random, ['622202', '621700', '4539', '5424', '625912']);
  const body = prefix + digits(random, (prefix.startsWith('62') && random() < 0.5 ? 18 : 15) - prefix.length);
  return body + (Array.from('0123456789').find((last) => hasLuhnDigit(body + last)) ?? '');
}

/** The twin with a wrong check digit. */
function broken(value: string, isRight: (value: string) => boolean): string {
  return value.slice(0, -1) + (Array.from('0123456789').find((last) => !isRight(value.slice(0, -1) + last) && last !== value.slice(-1)) ?? '');
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
}

function letters(random: Random, count: number): string {
  return Array.from({ length: count }, () => String.fromCharCode(97 + Math.floor(random() * 26))).join('');
}

function pick<T>(random: Random, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}
