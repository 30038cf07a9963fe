import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { queries } from '@/api/queries';
import type { DesignValue, Id, PageWithContent } from '@/api/types';
import { useTitle } from '@/ui/Page';
import { Spinner } from '@/ui/Spinner';
import { ErrorState } from '@/ui/States';
import type { Journal } from './autosave/journal';
import { SiteColorsProvider, useDesign } from './design/useDesign';
import styles from './EditorPage.module.css';
import type { PickedImage } from './engine/Engine';
import { useT } from './messages';
import type { Topic } from './panels/HelpDialog';
import { TopBar } from './panels/TopBar';
import { PreviewOverlay } from './PreviewOverlay';
import { useEditing, type Editing } from './useEditing';
import { useKeys } from './useKeys';
import { usePresence } from './usePresence';

interface EditorSessionProps {
  userId: Id;
  siteId: Id;
  page: PageWithContent;
  journal: Journal;
  renderPublish: (prepare: () => Promise<boolean>) => ReactNode;
}

export type Drawer = 'blocks' | 'pages' | 'layers' | 'seo' | 'design' | 'style' | 'settings';
const NO_VALUES: DesignValue[] = [];

type Open = { kind: 'preview' } | { kind: 'history' } | { kind: 'help' } | { kind: 'image'; take: (image: PickedImage) => void };

export function EditorSession({ userId, siteId, page, journal, renderPublish }: EditorSessionProps) {
  const t = useT();
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open | null>(null);
  const onPickImage = useCallback((take: (image: PickedImage) => void) => setOpen({ kind: 'image', take }), []);
  const { container, editing, error } = useEditing(page, journal, onPickImage);
  const others = usePresence(page.id, journal, editing);
  const site = useQuery(queries.site(siteId));
  const pages = useQuery(queries.pages(siteId));
  const pictures = useInfiniteQuery(queries.pictures(siteId, ''));
  const engine = editing?.engine;
  useKeys(engine, () => setOpen({ kind: 'help' }));
  useEffect(() => {
    const shown = pictures.data?.pages.flatMap((list) => list.data) ?? [];
    engine?.focusPictures(shown.map(({ url, focal_point }) => ({ src: url, focus: focal_point })));
  }, [engine, pictures.data]);
  const design = useDesign(siteId, engine);
  // The panel that was opened last is the one that a question is about.
  const [topic, setTopic] = useState<Topic>('blocks');
  const [drawer, setDrawer] = useState<Drawer | null>(null);
  const onDrawer = (opened: Drawer | null) => {
    setDrawer(opened);
    if (opened) setTopic(opened);
  };
  useTitle(page.title);

  const goTo = async (path: string) => {
    await editing?.saver.flush();
    await navigate(path);
  };
  const close = () => setOpen(null);

  return (
    <SiteColorsProvider value={(design.values ?? NO_VALUES).filter(({ kind }) => kind === 'COLOR')}>
    <div className={styles.editor} data-drawer={drawer ?? undefined}>
      <TopBar
        site={site.data}
        page={page}
        pages={pages.data ?? []}
        editing={editing}
        others={others}
        onGo={(path) => void goTo(path)}
        onPreview={() => void editing?.saver.flush().then(() => setOpen({ kind: 'preview' }))}
        onHelp={() => setOpen({ kind: 'help' })}
        onHistory={() => setOpen({ kind: 'history' })}
        publish={renderPublish(async () => (await design.changes.flush()) && (editing ? editing.saver.flush() : true))}
      />
      <div className={styles.work}>
        {editing && <editing.bench.LeftPanel engine={editing.engine} design={design} siteId={siteId} page={page} pages={pages.data ?? []} drawer={drawer} onDrawer={onDrawer} onTopic={setTopic} onGo={(path) => void goTo(path)} />}
        <main className={styles.stage} data-region="canvas">
          {!editing && (
            <div className={styles.waiting} role="status">
              {error ? <ErrorState error={error} onRetry={() => window.location.reload()} /> : <Spinner size={26} />}
              {!error && <p>{t('opening')}</p>}
            </div>
          )}
          <div className={styles.canvas} ref={container} />
          {editing && <editing.bench.WritingBar engine={editing.engine} pages={pages.data ?? []} />}
        </main>
        {editing && (
          <editing.bench.RightPanel engine={editing.engine} pages={pages.data ?? []} siteId={siteId} drawer={drawer} onDrawer={onDrawer} onTopic={setTopic} onGo={(path) => void goTo(path)} />
        )}
      </div>
      {open?.kind === 'preview' && <PreviewOverlay page={page} onClose={close} />}
      {open?.kind === 'history' && editing && <editing.bench.HistoryDialog page={page} userId={userId} editing={editing} journal={journal} onClose={close} />}
      {open?.kind === 'help' && editing && <editing.bench.HelpDialog topic={topic} onClose={close} />}
      {open?.kind === 'image' && editing && (
        <editing.bench.AssetLibrary
          siteId={siteId}
          onClose={close}
          onPick={(image) => {
            open.take(image);
            close();
          }}
        />
      )}
      {editing && <Conflicts editing={editing} />}
    </div>
    </SiteColorsProvider>
  );
}

function Conflicts({ editing }: { editing: Editing }) {
  const conflict = useSyncExternalStore(editing.saver.subscribe, () => editing.saver.snapshot().conflict);
  const { collided, theirs } = editing.saver;
  if (!conflict) return null;
  const { CollisionDialog, ConflictDialog } = editing.bench;
  if (collided) return <CollisionDialog key={collided.version} editing={editing} collided={collided} />;
  return theirs && <ConflictDialog editing={editing} theirs={theirs} />;
}
