/** The chat page as static files, which the backend serves under `/chat`. */
export default {
  root: import.meta.dirname,
  base: '/chat/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../out/widget',
    emptyOutDir: true,
    target: 'es2022',
    // light-dark() stays as it is written.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // The content policy allows no data: addresses; every asset is a file.
    assetsInlineLimit: 0,
    modulePreload: false,
  },
};
