export const orders = {
  ordered: '{{date}} 下单',
  paid: '{{amount}} 已付',
  refunded: '已退 {{amount}}',
  variant: '{{variant}} × {{count}}',
  more_other: '另有 {{count}} 件',
  shipment: '包裹进度',
  tracking: '{{carrier}} {{number}}，{{state}}',
  note: '店铺备注：{{note}}',
  summary: '{{name}}，{{state}}',
  earlier_other: '{{count}} 单更早',
  none: '没有订单',
  label: '订单 {{number}}',
};
