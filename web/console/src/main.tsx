import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './tokens/tokens.css';
import './tokens/base.css';
import { App } from './app/App';
import { currentLocale } from './i18n/locale';
import { loadFont } from './tokens/font';
import { startTheme } from './tokens/theme';

startTheme();
document.documentElement.lang = currentLocale();
loadFont();

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
