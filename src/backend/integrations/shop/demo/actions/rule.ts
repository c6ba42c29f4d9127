import { z } from 'zod';
import type { ActionArguments, ActionKind, ActionPreview } from '../../../../../shared/contracts/action.ts';
import type { Instant, LocalizedText, Money } from '../../../../../shared/contracts/basics.ts';
import type { Failure } from '../../../../../shared/contracts/errors.ts';
import type { Order } from '../../../../../shared/contracts/order.ts';
import type { Result } from '../../../../../shared/lib/result.ts';

/** A variant as the rules need it. */
export type Variant = { readonly sku: string; readonly label: LocalizedText; readonly stock: number; readonly price: Money };

/** All a rule may look at. */
export type RuleContext = {
  readonly order: Order;
  readonly now: Instant;
  /** Today's variant of a sku, and its siblings of the same product. */
  readonly variant: (sku: string) => Variant | null;
  readonly siblings: (sku: string) => readonly Variant[];
  /** What acts of a kind have given already for a line or an order, in minor units: the same is not given twice. */
  readonly givenBefore: (kind: ActionKind, ref: string) => number;
};

export type Offer = {
  /** Code of the reason why not; null when possible. */
  readonly whyNot: string | null;
  readonly maximum: Money | null;
  readonly defaults: ActionArguments;
};

export type Preview = Pick<ActionPreview, 'lines' | 'total'>;
export type Outcome = {
  readonly order: Order;
  readonly stock: readonly { readonly sku: string; readonly change: number }[];
  /** What this gives, by line or order, for rules that ask `givenBefore`. */
  readonly given?: readonly { readonly ref: string; readonly amount: number }[];
};

/** One action of the demo shop: what it takes, when it is possible, what it would do, what it does. All pure. */
export type ActionRule<A> = {
  readonly kind: ActionKind;
  readonly schema: (context: RuleContext) => z.ZodType<A>;
  readonly offer: (context: RuleContext) => Offer;
  readonly preview: (context: RuleContext, args: A) => Result<Preview, Failure>;
  readonly apply: (context: RuleContext, args: A) => Outcome;
};

/** A rule whose arguments have been closed over, so that rules of different arguments share one table. */
export type BoundRule = {
  readonly kind: ActionKind;
  readonly argumentsSchema: (context: RuleContext) => Record<string, z.core.util.JSONType>;
  readonly offer: ActionRule<unknown>['offer'];
  /** Checks the arguments, previews, and hands back what applying would do. */
  readonly plan: (context: RuleContext, args: ActionArguments) => Result<{ readonly preview: Preview; readonly apply: () => Outcome }, Failure>;
};

/** Closes a rule over its arguments' schema; arguments that don't fit are BAD_INPUT with the field's path. */
export function bindRule<A>(rule: ActionRule<A>): BoundRule {
  return {
    kind: rule.kind,
    offer: rule.offer,
    argumentsSchema: (context) => jsonSchemaOf(rule.schema(context)),
    plan: (context, args) => {
      const { whyNot } = rule.offer(context);
      if (whyNot) return { ok: false, error: { code: 'ACTION_NOT_OFFERED', details: { whyNot } } };
      const parsed = rule.schema(context).safeParse(args);
      if (!parsed.success) return { ok: false, error: { code: 'BAD_INPUT', details: { field: parsed.error.issues[0]?.path.join('.') ?? '' } } };
      const preview = rule.preview(context, parsed.data);
      return preview.ok ? { ok: true, value: { preview: preview.value, apply: () => rule.apply(context, parsed.data) } } : preview;
    },
  };
}

/** JSON Schema of the arguments as plain JSON, without the vocabulary's own address. */
function jsonSchemaOf(schema: z.ZodType): Record<string, z.core.util.JSONType> {
  const { $schema: _, ...rest } = JSON.parse(JSON.stringify(z.toJSONSchema(schema))) as Record<string, z.core.util.JSONType>;
  return rest;
}
