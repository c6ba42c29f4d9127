import type { LocalizedText } from '../../../shared/contracts/basics.ts';
import type { KnowledgeGraph } from './load-knowledge.ts';

/** A walk through the graph: the labels passed, product first, and the article that the last node stands for. */
export type GraphPath = { readonly labels: readonly LocalizedText[]; readonly articleSlug: string };

/**
 * The shortest walk from a product over attributes to a policy whose article is wanted, breadth first; equal lengths in the
 * order of the edges. Null if none.
 */
export function walkGraph(graph: KnowledgeGraph, productSlug: string, isWanted: (articleSlug: string) => boolean): GraphPath | null {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const start = `product:${productSlug}`;
  const seen = new Set([start]);
  let frontier: { readonly id: string; readonly labels: readonly LocalizedText[] }[] = nodes.has(start) ? [{ id: start, labels: [nodes.get(start)?.label ?? { zh: '', en: '' }] }] : [];
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const { id, labels } of frontier) {
      for (const edge of graph.edges) {
        const node = edge.from === id && !seen.has(edge.to) ? nodes.get(edge.to) : undefined;
        if (!node) continue;
        seen.add(node.id);
        const path = [...labels, node.label];
        if (node.articleSlug && isWanted(node.articleSlug)) return { labels: path, articleSlug: node.articleSlug };
        next.push({ id: node.id, labels: path });
      }
    }
    frontier = next;
  }
  return null;
}
