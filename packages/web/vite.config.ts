import { join } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileMessages } from './build/compile-messages.ts';
import { copyTrustedDocuments } from './build/trusted-documents.ts';

const here = import.meta.dirname;

/**
 * Two builds of one source: `vite build` makes the browser's files in `dist/client`, `vite build --ssr` the server's
 * renderer. The renderer is bundled whole, so that the shop starts from one file and React runs in production mode.
 */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    react(),
    tailwindcss(),
    compileMessages({ folder: join(here, 'messages'), keys: join(here, 'src/generated-messages/message-key.ts') }),
    ...(isSsrBuild
      ? []
      : [
          copyTrustedDocuments(
            join(here, 'src/generated/persisted-documents.json'),
            join(here, 'dist/trusted-documents.json'),
          ),
        ]),
  ],
  define: { 'process.env.NODE_ENV': '"production"', 'globalThis.__DEV__': 'false' },
  build: isSsrBuild
    ? {
        target: 'node24',
        minify: false,
        copyPublicDir: false,
        emptyOutDir: true,
        rollupOptions: { output: { codeSplitting: false } },
      }
    : {
        target: ['es2022', 'chrome123', 'safari17.5', 'firefox128'],
        outDir: 'dist/client',
        manifest: true,
        modulePreload: { polyfill: false },
        // A data: URL for a small file would need an exception in the Content-Security-Policy.
        assetsInlineLimit: 0,
        reportCompressedSize: false,
        rollupOptions: {
          input: {
            shop: 'src/app/entry-client.tsx',
            theme: 'src/app/early-theme.ts',
          },
        },
      },
  ssr: { noExternal: true, resolve: { conditions: ['edge-light', 'module', 'import', 'default'] } },
}));
