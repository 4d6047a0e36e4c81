import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The window shows no sources of a help line; they stay in the file, for whoever checks it. */
const linesAsShown: Plugin = {
  name: 'lines-as-shown',
  enforce: 'pre',
  transform(text, id) {
    if (!id.endsWith('/help-lines.json')) return null;
    return JSON.stringify(JSON.parse(text), (field, value: unknown) => (field === 'sources' ? undefined : value));
  },
};

/** The comments in the catalog are for those who write it. */
const catalogAsRead: Plugin = {
  name: 'catalog-as-read',
  enforce: 'pre',
  load(id) {
    const [path, query] = id.split('?');
    if (query !== 'raw' || !path?.endsWith('.ftl')) return null;
    const lines = readFileSync(path, 'utf8').split('\n');
    return `export default ${JSON.stringify(lines.filter((line) => !line.startsWith('#')).join('\n'))}`;
  },
};

/** The two fonts of the door are asked for beside its script, not once its first words are laid out. */
const fontsFirst: Plugin = {
  name: 'fonts-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle }) =>
      Object.keys(bundle ?? {})
        .filter((file) => /(fraunces-latin-full-normal|next-latin-wght-normal)[^/]*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `./${file}` },
          injectTo: 'head',
        })),
  },
};

export default defineConfig({
  base: './',
  plugins: [linesAsShown, catalogAsRead, fontsFirst, svelte(), svelteTesting()],
  resolve: { alias: { $ui: here('./src') } },
  clearScreen: false,
  server: {
    port: 5173,
    strictPort: true,
    host: '127.0.0.1',
    // The sentences live beside the Rust core, which reads the same files.
    fs: { allow: [here('.'), here('../src-tauri/locales')] },
  },
  preview: { port: 4173, strictPort: true, host: '127.0.0.1' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    // The oldest webview we run in: WebKitGTK 2.40 and Safari 16.4; WebView2 keeps itself newer than both.
    target: ['safari16.4', 'chrome111'],
    // A data: address for a font or picture would be refused by the window's content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['src/test-setup.ts'],
    css: false,
    pool: 'threads',
    maxWorkers: 1,
  },
});
