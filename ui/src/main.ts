import './styles/base.css';

import { mount, type Component } from 'svelte';

import App from './App.svelte';

const target = document.getElementById('app');
if (!target) throw new Error('The page has no #app.');

// While building, an address with ?gallery shows the parts side by side. The branch is not in what is shipped.
if (import.meta.env.DEV && location.search.includes('gallery')) {
  const { default: Gallery } = (await import('./dev/Gallery.svelte')) as { default: Component };
  mount(Gallery, { target });
} else {
  mount(App, { target });
}
