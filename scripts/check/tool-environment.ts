import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

/** The tools of the project first, so that `node` is the Node of the dev dependency, whatever the machine has. */
export const toolEnvironment: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: [path.join(root, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(path.delimiter),
};
