import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState, useSyncExternalStore } from 'react';
import { builder } from '@/api/client';
import { queries } from '@/api/queries';
import type { Asset, Id } from '@/api/types';
import { Button } from '@/ui/Button';
import { classes } from '@/ui/classes';
import { Dialog } from '@/ui/Dialog';
import { Icon } from '@/ui/Icon';
import { EmptyState, ErrorState, SkeletonRows } from '@/ui/States';
import type { PickedImage } from '../engine/Engine';
import { useT } from '../messages';
import { AssetDetail } from './AssetDetail';
import { AssetGrid } from './AssetGrid';
import styles from './AssetLibrary.module.css';
import { UploadList } from './UploadList';
import { UploadQueue } from './UploadQueue';
import { useIncoming } from './useIncoming';

interface AssetLibraryProps {
  siteId: Id;
  onPick: (image: PickedImage) => void;
  onClose: () => void;
}

export function AssetLibrary({ siteId, onPick, onClose }: AssetLibraryProps) {
  const t = useT();
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const [selected, setSelected] = useState<Asset | null>(null);
  const pictures = useInfiniteQuery({
    ...queries.pictures(siteId, search),
    refetchInterval: ({ state }) => (isWaitingForVariants(state.data?.pages[0]?.data[0]) ? 2_500 : false),
  });
  const refresh = () => void client.invalidateQueries({ queryKey: ['assets', siteId] });
  const [queue] = useState(
    () =>
      new UploadQueue(
        (file, onSent) => builder.uploadAsset(siteId, file, onSent),
        (asset) => {
          refresh();
          // Whoever is describing a picture goes on with it.
          setSelected((chosen) => chosen ?? asset);
        },
      ),
  );
  const uploads = useSyncExternalStore(queue.subscribe, queue.snapshot);
  const isOver = useIncoming((files) => queue.add(files));

  const shown = pictures.data?.pages.flatMap((page) => page.data) ?? [];
  const current = shown.find(({ id }) => id === selected?.id) ?? selected;
  return (
    <Dialog size="full" title={t('assets.title')} onClose={onClose}>
      <div className={classes(styles.library, isOver && styles.over)} data-detail={current ? '' : undefined}>
        <div className={styles.main}>
          <div className={styles.bar}>
            <label className={styles.search}>
              <span className="visually-hidden">{t('assets.search')}</span>
              <Icon name="search" size={16} />
              <input type="search" value={words} placeholder={t('assets.search')} onChange={({ target }) => setWords(target.value)} />
            </label>
            <Button icon="upload" onClick={() => input.current?.click()}>
              {t('assets.upload')}
            </Button>
            <input
              ref={input}
              type="file"
              hidden
              multiple
              accept="image/png,image/jpeg,image/gif,image/webp,image/avif,image/svg+xml"
              aria-label={t('assets.upload')}
              onChange={({ target }) => {
                queue.add([...(target.files ?? [])]);
                target.value = '';
              }}
            />
          </div>
          <UploadList uploads={uploads} onRetry={(id) => queue.retry(id)} onDismiss={(id) => queue.dismiss(id)} />
          {pictures.isPending && <SkeletonRows count={3} height={130} />}
          {pictures.isError && <ErrorState compact error={pictures.error} onRetry={() => void pictures.refetch()} />}
          {pictures.isSuccess && shown.length === 0 && (
            <div className={styles.nothing}>
              <EmptyState compact icon={search ? 'search' : 'image'} title={t(search ? 'assets.notFound' : 'assets.empty')}>
                {search ? t('assets.notFoundText', { words: search }) : t('assets.emptyText')}
              </EmptyState>
            </div>
          )}
          <AssetGrid assets={shown} selected={current?.id ?? null} onSelect={setSelected} onPick={(asset) => onPick(picked(asset))} />
          {pictures.hasNextPage && (
            <Button variant="ghost" wide busy={pictures.isFetchingNextPage} onClick={() => void pictures.fetchNextPage()}>
              {t('assets.more')}
            </Button>
          )}
          {shown.length > 0 && <p className={styles.hint}>{t('assets.hint')}</p>}
        </div>
        {current ? (
          <AssetDetail
            key={current.id}
            asset={current}
            onPick={(asset) => onPick(picked(asset))}
            onBack={() => setSelected(null)}
            onCropped={(asset) => {
              refresh();
              setSelected(asset);
            }}
            onDeleted={() => {
              refresh();
              setSelected(null);
            }}
            onSaid={refresh}
          />
        ) : (
          <p className={styles.choose}>{t('assets.choose')}</p>
        )}
        {isOver && (
          <div className={styles.drop} aria-hidden="true">
            <Icon name="upload" size={28} />
            <strong>{t('assets.drop')}</strong>
          </div>
        )}
      </div>
    </Dialog>
  );
}

function picked({ url, name, alt, focal_point }: Asset): PickedImage {
  return { src: url, name, alt, focus: focal_point };
}

/** Smaller ones of a new picture are ready a moment after it is kept; some pictures never get any. */
function isWaitingForVariants(newest: Asset | undefined): boolean {
  return newest !== undefined && newest.variants.length === 0 && Date.now() - Date.parse(newest.created_at) < 20_000;
}
