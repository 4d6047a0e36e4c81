import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { personColors } from '../components/person';

const css = readFileSync('src/styles/tokens.css', 'utf8');

function block(start: string): Record<string, string> {
  const at = css.indexOf(start);
  const body = css.slice(css.indexOf('{', at) + 1, css.indexOf('}', at));
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => [m[1] ?? '', (m[2] ?? '').trim()]));
}
const day = block(':root {');
const night = { ...day, ...block(":root[data-theme='night']") };

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255);
  const [r, g, b] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
function contrast(a: string, b: string): number {
  const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (hi + 0.05) / (lo + 0.05);
}

describe.each([['day', day], ['dusk', night]] as const)('%s', (_name, t) => {
  const at = (name: string) => t[name] ?? '';
  test('text reads on every surface', () => {
    for (const surface of ['paper', 'paper-2', 'paper-warm', 'card']) {
      expect(contrast(at('ink'), at(surface)), `ink on ${surface}`).toBeGreaterThanOrEqual(7);
      expect(contrast(at('ink-2'), at(surface)), `ink-2 on ${surface}`).toBeGreaterThanOrEqual(5.5);
      expect(contrast(at('ink-3'), at(surface)), `ink-3 on ${surface}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(at('moss'), at(surface)), `moss on ${surface}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(at('care'), at(surface)), `care on ${surface}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(at('edge'), at(surface)), `edge on ${surface}`).toBeGreaterThanOrEqual(3);
      expect(contrast(at('ring'), at(surface)), `ring on ${surface}`).toBeGreaterThanOrEqual(4.5);
    }
  });
  test('buttons read', () => {
    expect(contrast(at('on-moss'), at('moss'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(at('moss-ink'), at('moss-soft'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(at('care'), at('care-soft'))).toBeGreaterThanOrEqual(4.5);
  });
  test.each([...personColors])('%s reads on its own soft, and text reads on it', (color) => {
    expect(contrast(at(`${color}-ink`), at(`${color}-soft`))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(at('ink'), at(`${color}-soft`))).toBeGreaterThanOrEqual(7);
    expect(contrast(at('on-person'), at(color))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(at(color), at('card'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(at(color), at(`${color}-soft`)), 'the pattern on its soft').toBeGreaterThanOrEqual(3);
  });
});

test('the system night and the chosen night are the same', () => {
  expect(block(":root[data-theme='system']")).toEqual(block(":root[data-theme='night']"));
});
