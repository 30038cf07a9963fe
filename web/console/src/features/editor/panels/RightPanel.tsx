import { useState, useSyncExternalStore } from 'react';
import type { Id, Page } from '@/api/types';
import { IconButton } from '@/ui/Button';
import { classes } from '@/ui/classes';
import { Segmented } from '@/ui/Segmented';
import { EmptyState } from '@/ui/States';
import type { Drawer } from '../EditorSession';
import type { Engine } from '../engine/Engine';
import { useT } from '../messages';
import styles from './Drawer.module.css';
import { PartHeader } from './PartHeader';
import { SettingsPanel } from './SettingsPanel';
import { StylePanel } from './StylePanel';

type Tab = 'style' | 'settings';

interface RightPanelProps {
  engine: Engine;
  siteId: Id;
  pages: Page[];
  drawer: Drawer | null;
  onDrawer: (drawer: Drawer | null) => void;
  /** Which panel somebody looks at. */
  onTopic: (topic: Drawer) => void;
  onGo: (path: string) => void;
}

export function RightPanel({ engine, siteId, pages, drawer, onDrawer, onTopic, onGo }: RightPanelProps) {
  const t = useT();
  const [tab, setTab] = useState<Tab>('style');
  const { selected } = useSyncExternalStore(engine.subscribe, engine.snapshot);
  const opened = drawer === 'style' || drawer === 'settings' ? drawer : null;
  const shown = opened ?? tab;
  return (
    <aside className={classes(styles.panel, styles.right)} data-region="right" aria-label={t('panel.right')} data-open={opened ? true : undefined}>
      <div className={styles.tabs}>
        <Segmented
          label={t('panel.right')}
          value={shown}
          options={[
            { value: 'style', label: t('panel.style'), icon: 'brush' },
            { value: 'settings', label: t('panel.settings'), icon: 'sliders' },
          ]}
          onChange={(chosen: Tab) => {
            onDrawer(null);
            setTab(chosen);
            onTopic(chosen);
          }}
        />
      </div>
      <IconButton className={styles.close} icon="close" size="sm" label={t('panel.close')} onClick={() => onDrawer(null)} />
      {selected ? (
        <>
          <PartHeader engine={engine} selected={selected} />
          <div className={styles.scroll}>
            {shown === 'style' ? (
              <StylePanel key={selected.id} engine={engine} />
            ) : (
              <SettingsPanel key={selected.id} engine={engine} selected={selected} pages={pages} siteId={siteId} onGo={onGo} />
            )}
          </div>
        </>
      ) : (
        <EmptyState compact icon="brush" title={t('part.none')}>
          {t('part.noneText')}
        </EmptyState>
      )}
    </aside>
  );
}
