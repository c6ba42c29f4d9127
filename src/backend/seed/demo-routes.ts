import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { sendFailure } from '../http/send-failure.ts';
import { demoId } from '../integrations/shop/demo/demo-id.ts';
import { LONGEST_IDENTITY_MS, signIdentity } from '../modules/visitors/signed-identity.ts';
import { parseInput } from '../parse-input.ts';
import type { Services } from '../services.ts';

const querySchema = z.object({ customer: z.string().max(100) });

/** What the demo shop's own site would do for a customer who has signed in there: sign for them. Only a demo has this door. */
export function registerDemo(app: FastifyInstance, { shop, shops, clock }: Services, slug: string): void {
  app.get('/demo/identity', async (request, reply) => {
    const query = parseInput(querySchema, request.query);
    if (!query.ok) return sendFailure(reply, query.error);
    const customerId = demoId('customer', query.value.customer);
    const [found, customer] = await Promise.all([shops.findBySlug(slug), shop.getCustomer(customerId)]);
    if (!found || !customer) return sendFailure(reply, { code: 'NOT_FOUND' });
    return { identity: signIdentity({ customerId, exp: clock() + LONGEST_IDENTITY_MS }, found.identitySecret) };
  });
}
