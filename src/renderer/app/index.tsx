import './styles.css';
import { createRoot } from 'react-dom/client';
import { createDesk } from '../bridge/desk.ts';
import { createQueryClient } from '../bridge/query-client.ts';
import { createIdSource } from '../bridge/uuid-v7.ts';
import { shareStyleNonce } from '../lib/style-nonce.ts';
import { createTickSource } from '../lib/tick-source.ts';
import { App } from './app.tsx';

/** The window's composition root: the one place that takes clock, timers, random and the door to main from the page. */
function start(root: HTMLElement): void {
  shareStyleNonce();
  const now = (): number => Date.now();
  const every = (milliseconds: number, beat: () => void): (() => void) => {
    const timer = setInterval(beat, milliseconds);
    return () => clearInterval(timer);
  };
  const after = (milliseconds: number, run: () => void): (() => void) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  };
  const desk = createDesk({
    bridge: window.baton,
    newId: createIdSource({ now, random: (bytes) => crypto.getRandomValues(bytes) }),
    tick: createTickSource({ now, every }),
    after,
    queries: createQueryClient(),
  });
  createRoot(root).render(<App desk={desk} />);
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
start(root);
