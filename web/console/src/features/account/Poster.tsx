import styles from './Poster.module.css';
import { useT } from './messages';

/** A page being put together from blocks, in the colours of painted wood. Decoration only. */
export function Poster() {
  const t = useT();
  return (
    <aside className={styles.poster}>
      <svg className={styles.art} viewBox="0 0 520 400" aria-hidden="true">
        <g className={styles.sheet}>
          <rect x="60" y="46" width="400" height="308" rx="18" className={styles.paper} />
          <path d="M60 64a18 18 0 0 1 18-18h364a18 18 0 0 1 18 18v20H60Z" className={styles.bar} />
          <circle cx="82" cy="65" r="5" className={styles.dot1} />
          <circle cx="99" cy="65" r="5" className={styles.dot2} />
          <circle cx="116" cy="65" r="5" className={styles.dot3} />
        </g>
        <g className={styles.drop1}>
          <path d="M84 108h198a10 10 0 0 1 10 10v92a10 10 0 0 1-10 10H84a10 10 0 0 1-10-10v-92a10 10 0 0 1 10-10Z" className={styles.vermilion} />
          <path d="M108 146h134M183 146c0 22-24 42-52 50M183 146c0 22 24 42 52 50" className={styles.truss} />
        </g>
        <g className={styles.drop2}>
          <rect x="306" y="108" width="140" height="52" rx="10" className={styles.jade} />
          <rect x="324" y="124" width="76" height="8" rx="4" className={styles.ink} opacity=".8" />
          <rect x="324" y="139" width="48" height="7" rx="3.5" className={styles.ink} opacity=".4" />
        </g>
        <g className={styles.drop3}>
          <rect x="306" y="172" width="64" height="48" rx="10" className={styles.indigo} />
          <circle cx="414" cy="196" r="24" className={styles.ochre} />
        </g>
        <g className={styles.drop4}>
          <rect x="74" y="236" width="116" height="98" rx="10" className={styles.wash} />
          <rect x="202" y="236" width="116" height="98" rx="10" className={styles.wash} />
          <rect x="330" y="236" width="116" height="98" rx="10" className={styles.wash} />
          <path d="M74 300l34-30 26 22 18-14 38 34v12a10 10 0 0 1-10 10H84a10 10 0 0 1-10-10Z" className={styles.jade} />
          <rect x="220" y="256" width="60" height="8" rx="4" className={styles.ink} opacity=".75" />
          <rect x="220" y="274" width="80" height="6" rx="3" className={styles.ink} opacity=".3" />
          <rect x="220" y="288" width="72" height="6" rx="3" className={styles.ink} opacity=".3" />
          <rect x="220" y="306" width="44" height="14" rx="7" className={styles.vermilion} />
          <path d="M330 334v-40a58 58 0 0 1 116 0v30a10 10 0 0 1-10 10H340a10 10 0 0 1-10-10Z" className={styles.indigo} />
          <path d="M362 334v-36a26 26 0 0 1 52 0v36Z" className={styles.ochre} />
        </g>
        <g className={styles.hand}>
          <path d="M286 214l22 58 9-24 25-8Z" className={styles.cursor} />
        </g>
      </svg>
      <div className={styles.words}>
        <p className={styles.line}>
          {t('poster.line1')}
          <br />
          {t('poster.line2')}
        </p>
        <p className={styles.text}>{t('poster.text')}</p>
      </div>
    </aside>
  );
}
