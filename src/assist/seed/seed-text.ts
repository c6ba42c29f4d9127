import type { Example } from '../classify/train-classifier.ts';

/** Examples for training, and those kept apart for measuring. */
export interface SeedExamples {
  taught: Example[];
  heldOut: Example[];
}

/** Every so manyth example of a label is held out. */
const heldOutEvery = 6;

/**
 * Reads a seed text: "## label" begins the examples of a label, one a line; lines that begin with "# " are remarks.
 * The 6th, 12th ... example of each label is held out.
 */
export function parseSeedText(text: string): SeedExamples {
  const examples: SeedExamples = { taught: [], heldOut: [] };
  let label = '';
  let count = 0;
  for (const line of text.split(/\r?\n/u).map((raw) => raw.trim())) {
    if (line.startsWith('## ')) {
      [label, count] = [line.slice(3), 0];
    } else if (line !== '' && !line.startsWith('# ')) {
      count += 1;
      examples[count % heldOutEvery === 0 ? 'heldOut' : 'taught'].push({ text: line, label });
    }
  }
  return examples;
}

/** What an intent means for a ticket; the values of glossary.md. */
export interface IntentFacts {
  stage: 'pre-sale' | 'in-sale' | 'after-sale';
  category: string;
  kind: 'inquiry' | 'complaint' | 'suggestion' | 'review';
}
