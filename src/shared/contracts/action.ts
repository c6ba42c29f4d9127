import { z } from 'zod';
import { idSchema, localizedTextSchema, moneySchema } from './basics.ts';

export const actionKindSchema = z.enum([
  'refund', 'return', 'exchange', 'reship', 'cancel', 'coupon', 'address-change', 'urge-delivery', 'invoice', 'price-protection',
]);
export type ActionKind = z.infer<typeof actionKindSchema>;

/** Arguments are validated by the backend against the schema that it offered; elsewhere they are plain JSON. */
export const actionArgumentsSchema = z.record(z.string(), z.json());
export type ActionArguments = z.infer<typeof actionArgumentsSchema>;

/** An action that the backend offers now for this conversation, order and role; an impossible one says why by code. */
export const offeredActionSchema = z.object({
  kind: actionKindSchema,
  enabled: z.boolean(),
  /** Code of the reason why it is not possible; null when enabled. */
  whyNot: z.string().nullable(),
  /** JSON Schema (2020-12) of the arguments; field titles are made from `actions.<kind>.fields.<name>`. */
  argumentsSchema: z.record(z.string(), z.json()),
  /** Initial values for the form. */
  defaults: actionArgumentsSchema,
  /** Highest amount possible on this order; null where no money moves. */
  maximum: moneySchema.nullable(),
  /** The role's own limit: above it a lead is asked. */
  limit: moneySchema.nullable(),
});
export type OfferedAction = z.infer<typeof offeredActionSchema>;

/** One line of a preview: a code with parameters, so that either language can say it, and its amount. */
export const previewLineSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), localizedTextSchema])),
  amount: moneySchema.nullable(),
});

/** What would happen: shown before, repeated in the button, and bound to one order version. */
export const actionPreviewSchema = z.object({
  kind: actionKindSchema,
  orderNumber: z.string(),
  orderVersion: z.string(),
  lines: z.array(previewLineSchema),
  total: moneySchema.nullable(),
  needsApproval: z.boolean(),
});
export type ActionPreview = z.infer<typeof actionPreviewSchema>;

export const actionStateSchema = z.enum(['proposed', 'submitted', 'executed', 'unconfirmed', 'failed', 'declined']);

/** An action as the log has it; the order's ledger is the list of these. */
export const actionRecordSchema = z.object({
  actionId: idSchema,
  kind: actionKindSchema,
  orderNumber: z.string(),
  state: actionStateSchema,
  amount: moneySchema.nullable(),
  receiptNumber: z.string().nullable(),
  failure: z.string().nullable(),
  proposedBy: z.string(),
  seq: z.int(),
});
export type ActionRecord = z.infer<typeof actionRecordSchema>;
