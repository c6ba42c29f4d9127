import type { ErrorCode } from '../shared/contracts/errors.ts';

/** What a person reads who comes without a session: in both languages, since nobody has chosen one yet. */
const SENTENCES: { readonly [C in ErrorCode]?: readonly [zh: string, en: string] } = {
  LOGIN_ADDRESS_USED: ['这个登录地址已经用过。请在启动 Baton 的终端运行 npm start -- --login 获取新地址。', 'This login address was used already. Run "npm start -- --login" where Baton runs for a new one.'],
  UNAUTHENTICATED: ['请打开 Baton 启动时显示的地址。', 'Open the address that Baton printed when it started.'],
};

const OTHERWISE = ['此请求被拒绝。', 'This request was refused.'] as const;

/** A page without any script or style, for a browser's window; programs read the code in its title. */
export function refusalPage(code: ErrorCode): string {
  const [zh, en] = SENTENCES[code] ?? OTHERWISE;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Baton: ${code}</title><p>${zh}<p lang="en">${en}</html>`;
}
