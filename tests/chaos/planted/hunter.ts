import { hunt, type Hunt } from './hunt.ts';

/** The process that a patched tree is tried in: is told what to look for, answers with what it found. */
process.once('message', (wanted: Hunt) => {
  void hunt(wanted).then((prey) => process.send?.(prey, () => process.exit(0)));
});
