import { builtinModules } from 'node:module';
import { defineConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };

const external = [
  ...Object.keys(packageJson.dependencies).filter((name) => !name.startsWith('@barrier/')),
  ...builtinModules,
];

export default defineConfig({
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist',
    minify: false,
    sourcemap: true,
    rollupOptions: {
      input: { main: 'src/main.ts', cli: 'src/cli.ts', 'sandbox-institution': 'src/sandbox-institution/main.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
    },
  },
  ssr: {
    // Our own packages are source, to be bundled; everything from the registry stays outside, so that classes exist once.
    noExternal: [/^@barrier\//],
    external,
  },
});
