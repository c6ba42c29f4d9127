export const connection = {
  offline: '断线 {{clock}}。你写的会存在本机，恢复后按顺序发出，不会重发。',
  offlineShort: '断线 {{clock}}，时钟按本机继续走',
  catchingUp: '已连上。正在补齐第 {{done}} 条，共 {{of}} 条；补完才发你的消息。',
  catchingUpShort: '已连上，正在补齐',
  progress: '已补齐 {{done}} / {{of}}',
  refused: '服务器拒绝了这台工作台：{{reason}}',
  tryNow: '现在重试',
  useHere: '改用这台',
};
