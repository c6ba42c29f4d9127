import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyInstance } from 'fastify';
import { apiContract } from '../../shared/contracts/api/contract.ts';
import type { ServerFacts } from '../modules/meta/meta-module.ts';
import { referencePage } from './reference-page.ts';

/** `/openapi.json` from the contract, and `/reference` from that. Made when first asked for. */
export function registerDocuments(app: FastifyInstance, { name, version }: ServerFacts): void {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  let document: ReturnType<OpenAPIGenerator['generate']> | undefined;
  const generate = () => (document ??= generator.generate(apiContract, { info: { title: name, version }, servers: [{ url: '/api' }] }));
  app.get('/openapi.json', async () => generate());
  app.get('/reference', async (_request, reply) =>
    reply.header('content-type', 'text/html; charset=utf-8').header('content-security-policy', "default-src 'none'").send(referencePage(await generate())),
  );
}
