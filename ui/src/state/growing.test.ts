import { render } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test } from 'vitest';

import GrowingRoom from '../dev/GrowingRoom.svelte';

test('a long list begins with what the window shows, and all of it is there soon after', async () => {
  const { container } = render(GrowingRoom, { rows: 200 });
  expect(container.querySelectorAll('li')).toHaveLength(8);
  await expect.poll(() => container.querySelectorAll('li').length).toBe(200);
});

test('what she looks for begins anew', async () => {
  const { container, rerender } = render(GrowingRoom, { rows: 90 });
  await expect.poll(() => container.querySelectorAll('li').length).toBe(90);
  await rerender({ rows: 91, find: 'walk' });
  expect(container.querySelectorAll('li')).toHaveLength(8);
  await expect.poll(() => container.querySelectorAll('li').length).toBe(91);
});

test('a row that was asked for is there at once', async () => {
  const { container } = render(GrowingRoom, { rows: 200, upTo: 120 });
  await tick();
  expect(container.querySelectorAll('li')).toHaveLength(121);
});
