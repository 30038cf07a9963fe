import { useSyncExternalStore, type ReactNode } from 'react';
import type { Page, Site } from '@/api/types';
import { IconButton } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Menu } from '@/ui/Menu';
import { paths } from '@/ui/paths';
import { Segmented } from '@/ui/Segmented';
import type { Device, Engine } from '../engine/Engine';
import { useT } from '../messages';
import type { Editing } from '../useEditing';
import { SaveIndicator } from './SaveIndicator';
import styles from './TopBar.module.css';

interface TopBarProps {
  site: Site | undefined;
  page: Page;
  pages: Page[];
  editing: Editing | null;
  /** How many others have this page open. */
  others: number;
  publish: ReactNode;
  onGo: (path: string) => void;
  onPreview: () => void;
  onHistory: () => void;
  onHelp: () => void;
}

export function TopBar({ site, page, pages, editing, others, publish, onGo, onPreview, onHistory, onHelp }: TopBarProps) {
  const t = useT();
  return (
    <header className={styles.bar} data-region="bar">
      <div className={styles.start}>
        <IconButton icon="back" label={t('bar.back')} onClick={() => onGo(paths.site(page.service_id))} />
        <Menu
          align="start"
          worded
          label={t('bar.pages')}
          trigger={
            <span className={styles.where}>
              <span className={styles.site}>{site?.name}</span>
              <span className={styles.page}>
                {pages.find(({ id }) => id === page.id)?.title ?? page.title}
                <Icon name="down" size={14} />
              </span>
            </span>
          }
          items={pages.map((entry) => ({
            key: String(entry.id),
            label: entry.title,
            detail: entry.path,
            icon: entry.slug === 'index' ? 'home' : 'page',
            current: entry.id === page.id,
            onSelect: () => {
              if (entry.id !== page.id) onGo(paths.editor(page.service_id, entry.id));
            },
          }))}
        />
        {editing && <SaveIndicator saver={editing.saver} />}
        <span role="status" className={styles.others} title={others > 0 ? t('bar.othersHint') : undefined}>
          {others > 0 && (
            <>
              <Icon name="people" size={16} />
              <span className={styles.othersWords}>{t('bar.others', { count: others })}</span>
            </>
          )}
        </span>
      </div>
      {editing && <Devices engine={editing.engine} />}
      <div className={styles.end}>
        {editing && <Steps engine={editing.engine} />}
        <span className={styles.history}>
          <IconButton icon="help" label={t('help.title')} onClick={onHelp} />
          <IconButton icon="history" label={t('bar.history')} onClick={onHistory} disabled={!editing} />
        </span>
        <IconButton icon="eye" label={t('bar.preview')} onClick={onPreview} disabled={!editing} />
        <span className={styles.publish}>{publish}</span>
      </div>
    </header>
  );
}

function Devices({ engine }: { engine: Engine }) {
  const t = useT();
  const { device, overridden } = useSyncExternalStore(engine.subscribe, engine.snapshot);
  const devices: Device[] = ['desktop', 'tablet', 'phone'];
  return (
    <div className={styles.devices}>
      <Segmented
        iconsOnly
        label={t('bar.device')}
        value={device}
        options={devices.map((entry) => ({ value: entry, label: t(`device.${entry}`), icon: entry, mark: overridden.includes(entry) ? t('device.overridden') : undefined }))}
        onChange={(entry) => engine.setDevice(entry)}
      />
    </div>
  );
}

function Steps({ engine }: { engine: Engine }) {
  const t = useT();
  const { canUndo, canRedo } = useSyncExternalStore(engine.subscribe, engine.snapshot);
  return (
    <span className={styles.steps}>
      <IconButton icon="undo" label={t('bar.undo')} disabled={!canUndo} onClick={() => engine.undo()} />
      <IconButton icon="redo" label={t('bar.redo')} disabled={!canRedo} onClick={() => engine.redo()} />
    </span>
  );
}
