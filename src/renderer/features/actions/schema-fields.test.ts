import { expect, it } from 'vitest';
import { argumentsOf, isComplete, schemaFields } from './schema-fields.ts';

const refund = {
  type: 'object',
  properties: {
    amount: { type: 'integer', format: 'money', currency: 'CNY', maximum: 36_800 },
    lines: { type: 'array', format: 'order-lines', items: { type: 'object' } },
    reason: { type: 'string', enum: ['damaged', 'late'] },
    notify: { type: 'boolean' },
    remark: { type: 'string', maxLength: 60 },
  },
  required: ['lines', 'reason'],
};

it('reads the fields of an offered action in their order', () => {
  expect(schemaFields(refund)).toEqual([
    { kind: 'money', name: 'amount', isNeeded: false, currency: 'CNY', maximum: 36_800 },
    { kind: 'lines', name: 'lines', isNeeded: true },
    { kind: 'choice', name: 'reason', isNeeded: true, values: ['damaged', 'late'], labels: {} },
    { kind: 'switch', name: 'notify', isNeeded: false },
    { kind: 'text', name: 'remark', isNeeded: false, maxLength: 60 },
  ]);
  const labels = { w: { zh: '云白', en: 'Cloud white' } };
  expect(schemaFields({ properties: { sku: { enum: ['w'], labels } } })).toEqual([{ kind: 'choice', name: 'sku', isNeeded: false, values: ['w'], labels }]);
  expect(schemaFields({})).toEqual([]);
});

it('leaves blank fields out and waits for what is needed', () => {
  const fields = schemaFields(refund);
  const values = { amount: null, lines: [], reason: '', remark: '' };
  expect(argumentsOf(fields, values)).toEqual({ lines: [] });
  expect(isComplete(fields, values)).toBe(false);
  expect(isComplete(fields, { ...values, reason: 'late' })).toBe(true);
});
