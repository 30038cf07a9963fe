import { useMemo, useState, type CSSProperties } from 'react';
import { groundCss } from './engine/ground';
import styles from './Miniature.module.css';

/** What is to be seen of a page. */
export interface Looks {
  html?: string;
  css?: string;
  stylesheets?: string[];
}

interface MiniatureProps extends Looks {
  title: string;
  /** From its top to its end, not only what a screen shows. */
  whole?: boolean;
}

const TALLEST = 12_000;

/** A page shown small, in a frame in which nothing runs. */
export function Miniature({ html = '', css = '', stylesheets = [], title, whole }: MiniatureProps) {
  const [height, setHeight] = useState(900);
  const sheets = stylesheets.join('\n');
  const source = useMemo(() => document(html, css, sheets === '' ? [] : sheets.split('\n')), [html, css, sheets]);
  return (
    <div className={styles.frame} data-whole={whole || undefined} style={{ '--tall': height } as CSSProperties}>
      <iframe
        // With our own origin its height can be read; without scripts it can do nothing with it.
        sandbox={whole ? 'allow-same-origin' : ''}
        srcDoc={source}
        title={title}
        tabIndex={-1}
        loading="lazy"
        onLoad={({ currentTarget }) => whole && setHeight(Math.min(currentTarget.contentDocument?.documentElement.scrollHeight ?? 900, TALLEST))}
      />
    </div>
  );
}

function document(html: string, css: string, stylesheets: string[]): string {
  const style = (text: string) => `<style>${text.replaceAll('</', '<\\/')}</style>`;
  const links = stylesheets.map((address) => `<link rel="stylesheet" href="${address.replaceAll('"', '%22')}">`).join('');
  const ground = stylesheets.length > 0 ? links : style(groundCss);
  return `<!doctype html><html lang="ko"><head><meta charset="utf-8"><base href="${window.location.origin}/">${ground}${style(css)}</head>${html}</html>`;
}
