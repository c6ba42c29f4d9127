import { readFileSync } from 'node:fs';
import type { Language, LocalizedText, Tier } from '../shared/contracts/basics.ts';
import type { Goal, Role } from './goal.ts';

type CustomerEntry = { readonly slug: string; readonly language: Language; readonly tier: Tier };
type OrderEntry = { readonly number: string; readonly customer: string; readonly story?: string; readonly state: string; readonly lines: readonly { readonly product: string }[] };
type ProductEntry = { readonly slug: string; readonly name: LocalizedText; readonly category: string; readonly aliases: { readonly [L in Language]: readonly string[] } };

/** What the simulator knows of the demo shop: who has which order of what. */
export type DemoCast = { readonly customers: readonly CustomerEntry[]; readonly orders: readonly OrderEntry[]; readonly products: readonly ProductEntry[] };

const FOLDER = new URL('../../resources/demo-shop/', import.meta.url);

/** The files are the project's own, and a test of theirs proves that they fit together. */
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));

export const readDemoCast = (): DemoCast => ({
  customers: read('customers.json') as CustomerEntry[],
  orders: read('orders.json') as OrderEntry[],
  products: read('products.json') as ProductEntry[],
});

function fits({ plot }: Goal, order: OrderEntry, { customer, category }: { readonly customer: CustomerEntry; readonly category: string }): boolean {
  if (plot.tiers && !plot.tiers.includes(customer.tier)) return false;
  if (order.story !== undefined) return plot.stories.includes(order.story);
  return plot.states.includes(order.state) && (plot.categories?.includes(category) ?? true);
}

/** Everybody who could pursue the goal, with the order it would be about. */
export function rolesFor(goal: Goal, { customers, orders, products }: DemoCast): Role[] {
  const customerOf = new Map(customers.map((customer) => [customer.slug, customer]));
  const productOf = new Map(products.map((product) => [product.slug, product]));
  return orders.flatMap((order) => {
    const customer = customerOf.get(order.customer);
    const product = productOf.get(order.lines[0]?.product ?? '');
    if (!customer || !product || !goal.says[customer.language] || !fits(goal, order, { customer, category: product.category })) return [];
    const { language } = customer;
    const called = product.aliases[language][0] ?? product.name[language];
    return goal.plot.isAnonymous ? { customer: null, language, orderNumber: null, product: called } : { customer: customer.slug, language, orderNumber: order.number, product: called };
  });
}
