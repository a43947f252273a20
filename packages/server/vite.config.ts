import { rmSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

/**
 * What stays outside the bundle: native code, packages that find files of their own beside them or start workers, and what is
 * large and seldom asked for.
 */
const OUTSIDE = [
  'better-sqlite3',
  'pg',
  'pino',
  'pdfkit',
  'fontkit',
  'nodemailer',
  'sanitize-html',
  'sharp',
  '@embedpdf/fonts-sc',
  '@expo-google-fonts/fraunces',
  '@expo-google-fonts/inter',
];

/**
 * Node keeps the text of what it runs in memory, at two bytes a character if a single one of them is beyond ASCII: names stay
 * readable in stack traces, comments and white space go, and such characters are escaped. At the very end, since what takes out the
 * white space writes every character as itself.
 */
const inAscii: Plugin = {
  name: 'barrier-ascii',
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      file.code = file.code.replace(
        /[\u0080-\uffff]/g,
        (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
      );
    }
  },
};

/**
 * The package graphql comes twice, as `.mjs` and as `.js`, and types of one are none of the other: with both in the bundle no
 * document that asks for a `__typename` could be compiled, and each would be executed the slow way without a word.
 */
const oneGraphql: Plugin = {
  name: 'barrier-one-graphql',
  buildEnd() {
    const second = [...this.getModuleIds()].find((id) => /[\\/]node_modules[\\/]graphql[\\/].+\.js$/.test(id));
    if (second) this.error(`The package graphql would be in the bundle twice: ${second}`);
  },
};

/** With one copy of graphql in the bundle nothing is of another's: what it asks at each type is left out, as in production. */
const plainInstanceOf: Plugin = {
  name: 'barrier-plain-instance-of',
  transform: (_code, id) =>
    /[\\/]graphql[\\/]jsutils[\\/]instanceOf\.mjs$/.test(id)
      ? { code: 'export const instanceOf = (value, constructor) => value instanceof constructor;', map: null }
      : null,
};

/** Asking for `Response` has node load all of `fetch`, two megabytes that the shop does not use: asked for as fastify itself does. */
const noFetch: Plugin = {
  name: 'barrier-no-fetch',
  transform(code, id) {
    if (!/[\\/]@fastify[\\/]compress[\\/]lib[\\/]utils\.js$/.test(id)) return null;
    const asked = 'obj instanceof Response';
    if (!code.includes(asked)) this.error(`${id} asks for Response in another way now.`);
    return { code: code.replace(asked, "Object.prototype.toString.call(obj) === '[object Response]'"), map: null };
  },
};

/** Node keeps compiled code by the content of files and never lets go of any: what it has of the files that are written anew goes with them. */
const forgetCompiled: Plugin = {
  name: 'barrier-forget-compiled',
  closeBundle() {
    rmSync(join(import.meta.dirname, 'node_modules/.cache/compiled'), { recursive: true, force: true });
  },
};

/**
 * Libraries apart from the shop's own code, in files of some hundred kilobytes: for each file that it reads node takes as much memory for a
 * moment, and the C library keeps as much free in each of its pools from then on as the largest of these took.
 */
const LIBRARIES = [
  {
    name: 'http-library',
    test: /node_modules[\\/](?:fastify|@fastify[\\/][^\\/]+)[\\/]/,
    priority: 3,
    entriesAware: true,
  },
  {
    name: 'graphql-library',
    test: /node_modules[\\/](?:@apollo|@graphql-tools|@escape\.tech|graphql-[a-z-]+)[\\/]/,
    priority: 2,
    entriesAware: true,
  },
  { name: 'library', test: /node_modules/, priority: 1, entriesAware: true },
];

export default defineConfig({
  plugins: [inAscii, oneGraphql, plainInstanceOf, noFetch, forgetCompiled],
  resolve: {
    alias: [
      // In a bundle the package does not find node's own and would hash every document in JavaScript.
      { find: '@apollo/utils.createhash', replacement: join(import.meta.dirname, 'src/app/graphql/hash-documents.ts') },
      // Node's own streams in place of a copy of them.
      { find: 'readable-stream', replacement: 'node:stream' },
      // What asks for a file of graphql gets it from the same copy as what asks for the package.
      { find: /^graphql\/(.+)\.js$/, replacement: 'graphql/$1.mjs' },
    ],
  },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist',
    minify: false,
    rollupOptions: {
      input: {
        main: 'src/main.ts',
        cli: 'src/cli.ts',
        'sandbox-institution': 'src/sandbox-institution/main.ts',
        'picture-renderer': 'src/picture-renderer/main.ts',
        'file-cleaner': 'src/file-cleaner/main.ts',
      },
      output: {
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        comments: false,
        codeSplitting: { groups: LIBRARIES },
        minify: { compress: false, mangle: { keepNames: true }, codegen: { removeWhitespace: true } },
      },
    },
  },
  // Everything else goes in: node finds two thousand modules of a hundred packages one by one, which took half of a start.
  ssr: { noExternal: true, external: [...OUTSIDE, ...builtinModules] },
});
