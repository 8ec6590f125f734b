export type Theme = 'system' | 'light' | 'dark'
const key = 'doable-theme'

/** What was chosen on this device last; the profile's choice is applied over it once known. */
export function rememberedTheme(): Theme {
  const theme = localStorage.getItem(key)
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** Shows a theme and remembers it for the next first paint. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  localStorage.setItem(key, theme)
}
