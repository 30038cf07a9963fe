import { useMemo } from 'react';
import styles from './Miniature.module.css';

/** A page shown small, in a frame that can neither run nor reach anything. */
export function Miniature({ html, css, title }: { html: string; css: string; title: string }) {
  const source = useMemo(
    () =>
      `<!doctype html><html lang="ko"><head><meta charset="utf-8"><base href="${window.location.origin}/"><style>${css.replaceAll('</', '<\\/')}</style></head>${html}</html>`,
    [html, css],
  );
  return (
    <div className={styles.frame}>
      <iframe sandbox="" srcDoc={source} title={title} tabIndex={-1} loading="lazy" />
    </div>
  );
}
