import type { OpenAPI } from '@orpc/contract';

const escapes: { readonly [char: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

type Operation = { readonly method: string; readonly path: string; readonly summary: string };

function operationsOf(document: OpenAPI.Document): Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item?.[method];
      return operation ? [{ method: method.toUpperCase(), path, summary: operation.summary ?? '' }] : [];
    }),
  );
}

const row = ({ method, path, summary }: Operation): string => `<tr><td>${method}</td><td><code>${escape(path)}</code></td><td>${escape(summary)}</td></tr>`;

/** A page of the interface's procedures for people, from the document that programs read. No script, no other host. */
export function referencePage(document: OpenAPI.Document): string {
  const title = escape(document.info.title);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${title}</title>
<h1>${title} ${escape(document.info.version)}</h1>
<p>The whole of it, with schemas: <a href="/openapi.json">openapi.json</a></p>
<table>
${operationsOf(document).map(row).join('\n')}
</table>
</html>
`;
}
