/** Whether a string of digits ends in its Luhn check digit (bank cards). Source: ISO/IEC 7812-1, annex B. */
export function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let fromEnd = 0; fromEnd < digits.length; fromEnd += 1) {
    const digit = Number(digits[digits.length - 1 - fromEnd]);
    const doubled = fromEnd % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const residentDigits = '10x98765432';
/** First two digits of a resident ID: the province-level divisions of GB/T 2260. */
const provinces = new Set('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '));

/** Whether 18 characters (17 digits and a digit or x) are a Chinese resident ID: division, birthday and check digit (mod 11-2). Source: GB 11643-1999. */
export function isResidentId(id: string): boolean {
  if (!/^\d{17}[\dx]$/.test(id) || !provinces.has(id.slice(0, 2)) || !isBirthday(id.slice(6, 14))) return false;
  let sum = 0;
  residentWeights.forEach((weight, at) => {
    sum += weight * Number(id[at]);
  });
  return residentDigits[sum % 11] === id[17];
}

/** Whether yyyymmdd is a day of the calendar between 1900 and 2099. */
export function isBirthday(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].map(Number) as [number, number, number];
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (lengths[month - 1] as number);
}

/** Length of an IBAN by country. Source: the SWIFT IBAN registry. */
const ibanLengths: Readonly<Record<string, number>> = {
  no: 15, be: 16, dk: 18, fi: 18, nl: 18, at: 20, lu: 20, ch: 21, de: 22, gb: 22, ie: 22, ae: 23, cz: 24, es: 24, ro: 24, sa: 24, se: 24,
  sk: 24, pt: 25, tr: 26, fr: 27, gr: 27, it: 27, hu: 28, pl: 28,
};

/** Whether letters and digits are an IBAN: country, length and check digits (mod 97 = 1). Source: ISO 13616. */
export function isIban(code: string): boolean {
  if (!/^[a-z]{2}\d{2}[a-z\d]{11,30}$/.test(code) || ibanLengths[code.slice(0, 2)] !== code.length) return false;
  let rest = 0;
  for (const character of code.slice(4) + code.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/** Issuer prefixes and lengths of payment cards. Source: the networks' published ranges (UnionPay 62, Visa 4, Mastercard 51-55 and 2221-2720, ...). */
const cardShapes = [
  /^62\d{14,17}$/, /^4\d{15}$/, /^5[1-5]\d{14}$/, /^2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$/, /^3[47]\d{13}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/, /^6(?:011|5\d\d|4[4-9]\d)\d{12}$/, /^3(?:0[0-5]|[68]\d)\d{11}$/, /^9(?:558\d{2}|559\d{2}|00010)\d{13}$/, /^60\d{17}$/,
];

/** Whether digits are a bank card: a known issuer's prefix, its length and a right check digit. */
export function isBankCard(digits: string): boolean {
  return cardShapes.some((shape) => shape.test(digits)) && hasLuhnDigit(digits);
}
