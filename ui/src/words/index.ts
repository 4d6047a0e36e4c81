export { hasWords, words, type WordArgs } from './words';
export { dateFormat } from './formats';
export { currentLanguage, currentLocale, nameOfLanguage, openCards, setLanguage } from './language.svelte';
export { languages } from './catalog';
export * from './days';
export * from './told';
