/** The entry of the process in which the demo shop's customers live beside the desk, bundled by itself. */
import { runSimulator } from './index.ts';

runSimulator(process.argv.slice(2));
