export { hasWords, words, type WordArgs } from './words';
export { currentLanguage, currentLocale, setLanguage } from './language.svelte';
export { languages } from './catalog';
export * from './days';
export * from './told';
