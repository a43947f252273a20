import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { compileMessages } from './build/compile-messages.ts';
import { compressFiles } from './build/compress-files.ts';
import { inAscii } from './build/in-ascii.ts';
import { splitDocuments } from './build/split-documents.ts';
import { copyTrustedDocuments } from './build/trusted-documents.ts';

const here = import.meta.dirname;

/**
 * What every page of the shop needs, in a few chunks instead of many small ones. Drawers and popovers are left out: they
 * bring Base UI with them, which is fetched when first opened; and what only accounts need.
 */
const CHUNKS = [
  {
    name: 'vendor',
    test: /node_modules[\\/](react|react-dom|scheduler|react-router|rxjs|@apollo[\\/]client|@lingui[\\/]core)[\\/]/,
  },
  { name: 'components', test: /web[\\/]src[\\/](platform|components)[\\/](?!drawer|popover|password-field)/ },
  // What many pages share: each piece by itself would cost a request, and packs worse.
  { name: 'shared', test: /web[\\/]src[\\/](features|generated|surfaces[\\/]shop)[\\/]/, minShareCount: 6 },
];

/**
 * Two builds of one source: `vite build` makes the browser's files in `dist/client`, `vite build --ssr` the server's
 * renderer. Libraries are bundled into the renderer, so that React runs in production mode; it loads each page when that is first asked for.
 */
export default defineConfig(({ isSsrBuild }) => ({
  // RxJS keeps its modern build, which is smaller, under a condition of its own.
  ...(isSsrBuild ? {} : { resolve: { conditions: ['es2015', ...defaultClientConditions] } }),
  plugins: [
    splitDocuments({
      sources: join(here, 'src'),
      generated: join(here, 'src/generated/graphql.ts'),
      apart: (file) => /^features\/(?:(?:accounts|addresses|consent|data-rights)\/|orders\/own-)/.test(file),
    }),
    react(),
    tailwindcss(),
    compileMessages({ folder: join(here, 'messages'), keys: join(here, 'src/generated-messages/message-key.ts') }),
    ...(isSsrBuild
      ? [inAscii]
      : [
          copyTrustedDocuments(
            join(here, 'src/generated/persisted-documents.json'),
            join(here, 'dist/trusted-documents.json'),
          ),
          compressFiles(),
        ]),
  ],
  define: { 'process.env.NODE_ENV': '"production"', 'globalThis.__DEV__': 'false' },
  build: isSsrBuild
    ? {
        target: 'node24',
        // Node keeps the text of what it runs in memory.
        minify: true,
        copyPublicDir: false,
        emptyOutDir: true,
      }
    : {
        target: ['es2022', 'chrome123', 'safari17.5', 'firefox128'],
        outDir: 'dist/client',
        manifest: true,
        modulePreload: { polyfill: false },
        // A data: URL for a small file would need an exception in the Content-Security-Policy.
        assetsInlineLimit: 0,
        reportCompressedSize: false,
        // Monaco, the editor of the playground, is large; the shop's own size has a test in the browser journeys.
        chunkSizeWarningLimit: 2500,
        rollupOptions: {
          input: {
            shop: 'src/app/entry-client.tsx',
            early: 'src/app/early-steps.ts',
            playground: 'src/surfaces/playground/entry-playground.tsx',
          },
          output: { codeSplitting: { groups: CHUNKS } },
          onwarn(warning, warn) {
            // GraphiQL is compiled ahead; its marks for the React compiler mean nothing here.
            if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
          },
        },
      },
  ssr: { noExternal: true, resolve: { conditions: ['edge-light', 'module', 'import', 'default'] } },
}));
