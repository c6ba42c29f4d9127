import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './app/styles.css';
import { Gallery } from './gallery/gallery.tsx';
import { shareStyleNonce } from './lib/style-nonce.ts';

// Development only: the design system on one page, as in the design's sheet of components.
// `?theme=dark` and `?open=dialog` (select, menu, tooltip, palette) choose what is seen.
shareStyleNonce();
const query = new URLSearchParams(location.search);
document.documentElement.dataset['theme'] = query.get('theme') ?? 'light';
const root = document.getElementById('root');
if (root === null) throw new Error('gallery.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Gallery open={query.get('open') ?? ''} />
  </StrictMode>,
);
