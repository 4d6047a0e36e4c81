/** How the window looks: as the system does, by day, or at dusk. */
export const themes = ['system', 'day', 'night'] as const;
export type Theme = (typeof themes)[number];

/** The theme that was chosen; the system's own while none was, or when a later version knows more of them. */
export function themeOf(chosen: string | null): Theme {
  return themes.find((theme) => theme === chosen) ?? 'system';
}

/** Gives the whole window its palette. */
export function showIn(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
}
