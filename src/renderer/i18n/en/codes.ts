import { error } from './codes-error.ts';

/** Words for the codes of contracts and shops. Dotted codes are nested. */
export const codes = {
  error,
  flag: {
    'complaint-platform': 'Complaint to the platform', 'complaint-regulator': 'Complaint to a regulator', media: 'Going public', legal: 'Legal action',
    'self-harm': 'Self-harm', abuse: 'Abuse', churn: 'Leaving us', fraud: 'Fraud', safety: 'Safety', anger: 'Anger',
  },
  band: { likely: 'likely', 'very-likely': 'very likely' },
  packetReason: {
    'cannot-answer': 'bot can’t answer', 'customer-asks': 'asked for a person', 'negative-mood': 'bad mood', risk: 'risk', 'high-value': 'high value', policy: 'policy', 'action-failed': 'action failed',
  },
  intent: {
    'track-order': 'track order', 'delivery-late': 'late delivery', 'urge-delivery': 'urge delivery', 'parcel-lost': 'parcel lost', 'address-change': 'change address', 'cancel-order': 'cancel order',
    'refund-request': 'refund', 'refund-status': 'refund status', 'return-request': 'return', 'exchange-size': 'exchange', 'wrong-item': 'wrong item', 'missing-item': 'missing item',
    'damaged-item': 'damaged item', 'quality-complaint': 'quality', 'price-protection': 'price protection', 'coupon-trouble': 'coupon trouble', 'invoice-request': 'invoice', 'invoice-error': 'wrong invoice',
    'size-advice': 'size advice', 'material-care': 'care', 'product-compare': 'comparison', 'stock-availability': 'in stock?', 'promotion-question': 'promotion', 'payment-trouble': 'payment trouble',
    'human-request': 'wants a person', 'complaint-threat': 'complaint', 'account-help': 'account', warranty: 'warranty', 'gift-wrap': 'gift wrap', 'shipping-fee': 'shipping fee', 'delivery-time': 'delivery time',
    'shop-hours': 'opening hours', 'bulk-order': 'bulk order', membership: 'membership', 'product-authenticity': 'authenticity', 'installation-help': 'set-up help', 'review-question': 'review',
    'privacy-delete': 'delete my data', greeting: 'greeting', thanks: 'thanks', goodbye: 'goodbye', 'confirm-yes': 'yes', 'confirm-no': 'no',
  },
  phraseRule: {
    'absolute-claim': 'Absolute claim', 'promise-beyond-policy': 'Beyond policy', 'off-platform': 'Leads off the platform', 'rude-or-blaming': 'Sounds like blame', 'internal-talk': 'Inside talk',
  },
  packetPart: { intent: 'what it is about', order: 'order', known: 'details', words: 'their words', question: 'open question' },
  slot: { orderNumber: 'order', orderState: 'order state', product: 'product', tracking: 'tracking number', photos: 'photos', amount: 'amount', topic: 'wish', phone: 'phone', email: 'e-mail' },
  orderState: { placed: 'not paid', paid: 'paid', packed: 'packed', shipped: 'shipped', delivered: 'delivered', completed: 'completed', cancelled: 'cancelled', returning: 'returning', refunded: 'refunded' },
  orderStep: { placed: 'Placed', shipped: 'Shipped', delivered: 'Delivered', 'reship-returned': 'Reship back', returning: 'Returning', completed: 'Closed', cancelled: 'Cancelled' },
  shipment: { label: 'label made', 'in-transit': 'on its way', stalled: 'stalled', 'out-for-delivery': 'out for delivery', delivered: 'delivered', returned: 'sent back' },
  ticketState: { new: 'New', open: 'Open', pending: 'Waiting for customer', 'on-hold': 'Waiting for others', solved: 'Solved', closed: 'Closed' },
  ticketKind: { inquiry: 'inquiry', complaint: 'complaint', suggestion: 'suggestion', review: 'review' },
  category: { logistics: 'logistics', 'return-exchange': 'return, exchange', refund: 'refund', product: 'product', invoice: 'invoice', promotion: 'promotion', account: 'account', order: 'order', other: 'other' },
  priority: { low: 'low', normal: 'normal', high: 'high', urgent: 'urgent' },
  priorityReason: {
    complaint: 'complaint', 'vip-complaint': 'complaint of a top customer', 'tier-black': 'Black tier', 'tier-gold': 'Gold tier', 'tier-silver': 'Silver tier', 'risk-flags': 'risk flags',
    'negative-mood': 'bad mood', 'high-value': 'high value', 'repeat-contact': 'repeated contact',
  },
  disposition: { solved: 'Solved', answered: 'Answered', compensated: 'Compensated', 'no-reply': 'No reply from the customer', duplicate: 'Duplicate', spam: 'Spam', other: 'Other' },
  tier: { black: 'Black', gold: 'Gold', silver: 'Silver', member: 'Member' },
  role: { agent: 'Agent', lead: 'Lead', trainer: 'Trainer', editor: 'Editor', qa: 'Quality', admin: 'Admin' },
  channel: { web: 'Web chat' },
  mood: { angry: 'Angry', uneasy: 'Uneasy', neutral: 'Neutral', content: 'Content', glad: 'Glad' },
  withdrawn: { 'customer-wrote': 'the customer wrote again', replied: 'answered', 'order-changed': 'the order changed', resolved: 'resolved' },
  whyNot: {
    'not-paid': 'Not paid yet', 'nothing-left': 'Everything is paid back', 'already-shipped': 'Already shipped', 'not-shipped': 'Not shipped yet', 'already-delivered': 'Already delivered',
    'not-delivered': 'Not delivered yet', 'no-other-variant': 'No other variant in stock', 'out-of-stock': 'Out of stock', cancelled: 'Cancelled', 'coupon-given': 'Coupons given already', 'protection-over': 'Price protection is over',
    'no-price-drop': 'The price hasn’t dropped', 'urged-recently': 'Asked a short time ago', 'already-issued': 'Invoice issued already', 'already-returning': 'Return registered already',
    'return-window-over': 'Return period is over', 'not-allowed': 'Your role doesn’t allow it', 'in-progress': 'Another action runs', 'not-identified': 'Customer isn’t identified',
  },
  previewLine: {
    line: '{{name}} × {{quantity}}', 'refunded-before': 'Refunded before', 'original-route': 'Back the way it was paid', 'refund-on-arrival': 'Refund when it arrives', 'ships-within': 'Ships within {{hours}} h',
    'address-from': 'From {{address}}', 'address-to': 'To {{address}}', 'exchange-for': 'For {{name}}', 'stock-after': '{{stock}} left in stock', 'invoice-for': '{{title}}, to {{email}}',
    'coupon-next-order': 'Coupon for the next order, {{days}} days', 'carrier-asked': '{{carrier}} is asked about {{tracking}}',
  },
  actionState: { proposed: 'waits for approval', submitted: 'submitted, waiting for the receipt', executed: 'done', unconfirmed: 'not confirmed yet', failed: 'failed', declined: 'declined' },
  assignmentReason: {
    waited: 'waited {{value}} s', 'knows-customer': 'knows them: {{value}}', skill: 'skill {{value}}', overdue: 'overdue, nobody free with {{value}}', load: 'load {{value}}', language: 'speaks {{value}}', 'last-owner': 'had it last', requested: 'asked for',
    idle: 'free for {{value}} s', tier: 'tier {{value}}', priority: 'priority {{value}}',
  },
  skill: {
    damage: 'damage', return: 'returns', refund: 'refunds', quality: 'quality', vip: 'top customers', logistics: 'logistics', address: 'addresses', product: 'products', promotion: 'promotions', payment: 'payment',
    invoice: 'invoices', warranty: 'warranty', complaint: 'complaints',
  },
  language: { zh: 'Chinese', en: 'English' },
  assignmentHow: { dispatched: 'given to {{name}}', 'taken-over': 'taken over by {{name}}', transferred: 'transferred to {{name}}', reopened: 'back to {{name}}' },
  line: {
    episode: { opened: 'Conversation {{episode}} began', resolved: 'Resolved: {{disposition}}', reopened: 'Opened again' },
    conversation: { snoozed: 'Snoozed until {{until}}', unsnoozed: 'Back from snooze' },
    queue: { entered: 'Waiting in {{queue}}' },
    assignment: { revoked: 'No longer with {{name}}' },
    ticket: { created: 'Ticket #{{number}} created', escalated: 'Escalated: {{reason}}' },
    sla: { breached: 'SLA missed' },
  },
  ticketLine: {
    ticket: {
      created: 'Created: {{kind}}, {{category}}', 'state-changed': '{{from}} → {{to}}', classified: 'Classified: {{kind}}, {{category}}', prioritised: 'Priority: {{priority}}', escalated: 'Escalated: {{reason}}',
      assigned: 'Assigned to {{name}}',
    },
  },
  suggestionPart: { words: 'words in common', intent: 'fits the intent', order: 'from the order', graph: 'from the product', missing: 'asks for what is missing', model: 'by the language model', learned: 'learned from use' },
};
