import { useState } from 'react';
import type { Id, Page } from '@/api/types';
import { IconButton } from '@/ui/Button';
import { classes } from '@/ui/classes';
import { Icon, type IconName } from '@/ui/Icon';
import { DesignPanel } from '../design/DesignPanel';
import type { Design } from '../design/useDesign';
import type { Drawer } from '../EditorSession';
import type { Engine } from '../engine/Engine';
import { useT } from '../messages';
import { BlocksPanel } from './BlocksPanel';
import styles from './Drawer.module.css';
import { LayersPanel } from './LayersPanel';
import { PagesPanel } from './PagesPanel';
import { SeoPanel } from './SeoPanel';

type Tab = 'blocks' | 'pages' | 'layers' | 'design' | 'seo';

const icons: Record<Drawer, IconName> = { blocks: 'plus', pages: 'page', layers: 'layers', design: 'palette', seo: 'search', style: 'brush', settings: 'sliders' };
const left: Tab[] = ['blocks', 'pages', 'layers', 'design', 'seo'];
const all: Drawer[] = ['blocks', 'layers', 'style', 'settings', 'design', 'pages', 'seo'];

interface LeftPanelProps {
  engine: Engine;
  design: Design;
  siteId: Id;
  page: Page;
  pages: Page[];
  drawer: Drawer | null;
  onDrawer: (drawer: Drawer | null) => void;
  /** Which panel somebody looks at. */
  onTopic: (topic: Drawer) => void;
  onGo: (path: string) => void;
}

/** On wide screens a rail and a panel; on phones a bar at the bottom, which opens the right panel's parts, too. */
export function LeftPanel({ engine, design, siteId, page, pages, drawer, onDrawer, onTopic, onGo }: LeftPanelProps) {
  const t = useT();
  const [tab, setTab] = useState<Tab>('blocks');
  const opened = left.find((entry) => entry === drawer);
  const shown = opened ?? tab;
  return (
    <>
      <aside className={classes(styles.panel, styles.left)} data-region="left" aria-label={t('panel.left')} data-open={opened ? true : undefined}>
        <div className={styles.rail}>
          {left.map((entry) => (
            <button
              key={entry}
              type="button"
              aria-pressed={shown === entry}
              onClick={() => {
                onDrawer(null);
                setTab(entry);
                onTopic(entry);
              }}
            >
              <Icon name={icons[entry]} size={20} />
              {t(`panel.${entry}`)}
            </button>
          ))}
        </div>
        <div className={styles.content}>
          <h2 className={styles.title}>
            {t(`panel.${shown}`)}
            <IconButton className={styles.close} icon="close" size="sm" label={t('panel.close')} onClick={() => onDrawer(null)} />
          </h2>
          <div className={styles.scroll}>
            {shown === 'blocks' && <BlocksPanel engine={engine} onInserted={() => onDrawer(null)} />}
            {shown === 'pages' && <PagesPanel siteId={siteId} page={page} pages={pages} onGo={onGo} />}
            {shown === 'seo' && <SeoPanel engine={engine} siteId={siteId} page={page} pages={pages} onGo={onGo} />}
            {shown === 'layers' && <LayersPanel engine={engine} />}
            {shown === 'design' && <DesignPanel design={design} />}
          </div>
        </div>
      </aside>
      <nav className={styles.bottom}>
        {all.map((entry) => (
          <button key={entry} type="button" aria-pressed={drawer === entry} onClick={() => onDrawer(drawer === entry ? null : entry)}>
            <Icon name={icons[entry]} size={20} />
            {t(`panel.${entry}`)}
          </button>
        ))}
      </nav>
    </>
  );
}
