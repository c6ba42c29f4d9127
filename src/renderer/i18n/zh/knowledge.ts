export const knowledge = {
  title: '知识',
  search: '搜知识',
  found_other: '{{count}} 条，{{milliseconds}} ms',
  none: '没有找到',
  forHandoff: '针对这次交接',
  insert: '插入',
  internal: '仅内部',
  open: '看全文',
  failed: '知识搜不了：{{reason}}',
};
