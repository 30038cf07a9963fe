import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Id, PageVersion } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Badge } from '@/ui/States';
import { useT } from '../messages';
import { Miniature } from '../Miniature';
import styles from './Timeline.module.css';
import { byDay, type Sitting } from './sittings';
import { useInView } from './useInView';
import { versionQuery } from './versionQuery';

interface TimelineProps {
  pageId: Id;
  userId: Id;
  sittings: Sitting[];
  /** The version that is the page now. */
  current: number;
  selected: number | undefined;
  onSelect: (version: PageVersion) => void;
}

export function Timeline({ sittings, ...rest }: TimelineProps) {
  const format = useFormat();
  return byDay(sittings).map(([day, ofDay]) => (
    <section key={day} className={styles.day}>
      <h3>{format.date(ofDay[0]?.newest.saved_at ?? '')}</h3>
      <ul>
        {ofDay.map((sitting) => (
          <Entry key={sitting.newest.version} sitting={sitting} {...rest} />
        ))}
      </ul>
    </section>
  ));
}

function Entry({ pageId, userId, sitting, current, selected, onSelect }: Omit<TimelineProps, 'sittings'> & { sitting: Sitting }) {
  const t = useT();
  const format = useFormat();
  const { newest, versions } = sitting;
  const author = t(newest.author_id === userId ? 'history.me' : 'history.other');
  return (
    <li>
      <button type="button" className={styles.entry} aria-pressed={selected === newest.version} onClick={() => onSelect(newest)}>
        <Thumbnail pageId={pageId} version={newest} />
        <span className={styles.words}>
          {newest.name && <strong className={styles.name}>{newest.name}</strong>}
          <span className={newest.name ? styles.detail : styles.time}>{format.timeOfDay(newest.saved_at)}</span>
          <span className={styles.detail}>
            {author} · {t('history.saves', { count: versions.length })}
          </span>
          {newest.restored_version && <span className={styles.detail}>{t('history.wasRestored', { version: newest.restored_version })}</span>}
          {newest.version === current && <Badge tone="good">{t('history.now')}</Badge>}
        </span>
      </button>
      {versions.length > 1 && selected !== undefined && versions.some(({ version }) => version === selected) && (
        <ul className={styles.steps} aria-label={t('history.steps')}>
          {versions.slice(1, 60).map((version) => (
            <li key={version.version}>
              <button type="button" className={styles.step} aria-pressed={selected === version.version} onClick={() => onSelect(version)}>
                {format.timeOfDay(version.saved_at)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function Thumbnail({ pageId, version }: { pageId: Id; version: PageVersion }) {
  const t = useT();
  const place = useRef<HTMLSpanElement>(null);
  const isSeen = useInView(place);
  const whole = useQuery({ ...versionQuery(pageId, version.version), enabled: isSeen });
  return (
    <span ref={place} className={styles.thumbnail} aria-hidden>
      {whole.data && <Miniature {...whole.data.content} title={t('history.version', { version: version.version })} />}
    </span>
  );
}
