export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'jium.theme';
const dark = () => window.matchMedia('(prefers-color-scheme: dark)');

export function themeChoice(): ThemeChoice {
  const stored = localStorage.getItem(KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

export function chooseTheme(choice: ThemeChoice) {
  if (choice === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, choice);
  applyTheme();
}

function applyTheme() {
  const choice = themeChoice();
  const effective = choice === 'system' ? (dark().matches ? 'dark' : 'light') : choice;
  document.documentElement.dataset.theme = effective;
}

export function startTheme() {
  applyTheme();
  dark().addEventListener('change', applyTheme);
}
