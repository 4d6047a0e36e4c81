import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

import svelteConfig from './svelte.config.js';

const storage = 'Nothing a person wrote may reach the webview\'s own storage. Plaintext never touches the disk.';

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/ipc/bindings.ts'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // TypeScript already knows what is defined.
      'no-undef': 'off',
      'no-restricted-globals': [
        'error',
        { name: 'localStorage', message: storage },
        { name: 'sessionStorage', message: storage },
        { name: 'indexedDB', message: storage },
        { name: 'caches', message: storage },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'localStorage', message: storage },
        { object: 'window', property: 'sessionStorage', message: storage },
        { object: 'window', property: 'indexedDB', message: storage },
        { object: 'document', property: 'cookie', message: storage },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: '@lucide/svelte', message: 'Import one icon: @lucide/svelte/icons/<name>. The whole set slows every test.' }],
          patterns: [{ group: ['@tauri-apps/*'], message: 'Only ui/src/ipc talks to the shell.' }],
        },
      ],
      'no-console': 'error',
      'svelte/no-at-html-tags': 'error',
      'max-lines': ['error', { max: 200, skipBlankLines: false, skipComments: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
  },
  { files: ['src/ipc/**'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['src/**/*.test.ts', 'src/dev/**'], rules: { 'max-lines': 'off' } },
);
