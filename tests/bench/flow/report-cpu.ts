/** Loaded before a server under measurement: answers `cpu` with what the process has used so far, `heap` with what lives behind a collection. */
process.on('message', (word: unknown) => {
  if (word === 'cpu') process.send?.({ kind: 'cpu', usage: process.cpuUsage() });
  if (word !== 'heap') return;
  // Twice: the first lets finalizers go, whose objects the second takes.
  globalThis.gc?.();
  globalThis.gc?.();
  process.send?.({ kind: 'heap', bytes: process.memoryUsage().heapUsed });
});
