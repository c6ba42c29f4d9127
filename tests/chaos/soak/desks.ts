import { startDeskLife, type DeskLifeOptions, type Errands } from './desk-life.ts';

/** Desks of the product in a process of their own; each word of the parent is a lap for all of them. */
export type DesksSetup = Omit<DeskLifeOptions, 'agent'> & { readonly agents: readonly DeskLifeOptions['agent'][] };

const { agents, ...setup } = JSON.parse(process.argv[2] ?? '{}') as DesksSetup;
const lives = await Promise.all(agents.map((agent) => startDeskLife({ ...setup, agent })));

process.on('message', (word: Errands | string) => {
  if (typeof word === 'string') return;
  void Promise.all(lives.map((life) => life.run(word))).then(() => process.send?.({ kind: 'done' }));
});
process.once('disconnect', () => process.exit(0));
process.send?.({ kind: 'ready' });
