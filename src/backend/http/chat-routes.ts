import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** What the chat page may load: its own files, its own line, pictures it has fetched itself. */
const POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob: data:", "font-src 'self'", "connect-src 'self' ws: wss:",
  "base-uri 'none'", "form-action 'none'",
].join('; ');

/** The customers' chat page at `/chat`, from its built folder. */
export async function registerChat(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      void reply.header('content-security-policy', POLICY).header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer');
    });
    await scope.register(staticFiles, { root: folder, prefix: '/chat/' });
    scope.get('/chat', async (request, reply) => {
      const query = request.url.indexOf('?');
      return reply.redirect(`/chat/${query === -1 ? '' : request.url.slice(query)}`);
    });
  });
}
