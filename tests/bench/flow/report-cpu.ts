/** Loaded before a server under measurement: answers every `cpu` of its parent with what the process has used so far. */
process.on('message', (word: unknown) => {
  if (word === 'cpu') process.send?.({ kind: 'cpu', usage: process.cpuUsage() });
});
