import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { Asset } from '@/api/types';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { TextArea, TextField } from '@/ui/Field';
import { Notice } from '@/ui/States';
import { toast } from '@/ui/Toast';
import { useT } from '../messages';
import styles from './AssetDetail.module.css';
import { CropEditor } from './CropEditor';
import { DeletePicture } from './DeletePicture';
import { FocalPointEditor } from './FocalPointEditor';

interface AssetDetailProps {
  asset: Asset;
  onPick: (asset: Asset) => void;
  onBack: () => void;
  onCropped: (asset: Asset) => void;
  onDeleted: () => void;
  onSaid: () => void;
}

/** What is said about a picture. It is kept as it is said; taking the picture waits for that. */
export function AssetDetail({ asset, onPick, onBack, onCropped, onDeleted, onSaid }: AssetDetailProps) {
  const t = useT();
  const format = useFormat();
  const [name, setName] = useState(asset.name);
  const [alt, setAlt] = useState(asset.alt);
  const [focus, setFocus] = useState(asset.focal_point);
  const [open, setOpen] = useState<'crop' | 'delete' | null>(null);
  const detail = useQuery(queries.asset(asset.id));
  const saying = useMutation({
    mutationFn: (said: Parameters<typeof builder.describeAsset>[1]) => builder.describeAsset(asset.id, said),
    onSuccess: onSaid,
  });
  const isRaster = asset.width !== null && /^image\/(jpeg|png|webp|gif)$/.test(asset.media_type);

  const unsaid = () => {
    const said: Parameters<typeof builder.describeAsset>[1] = {};
    if (name.trim() !== '' && name !== asset.name) said.name = name;
    if (alt !== asset.alt) said.alt = alt;
    if (focus.x !== asset.focal_point.x || focus.y !== asset.focal_point.y) said.focal_point = focus;
    return Object.keys(said).length > 0 ? said : null;
  };
  const keep = () => {
    const said = unsaid();
    if (said) saying.mutate(said);
  };
  const pick = async () => {
    const said = unsaid();
    const failed = said && (await saying.mutateAsync(said).then(() => false, () => true));
    if (!failed) onPick({ ...asset, alt, focal_point: focus });
  };
  return (
    <section className={styles.detail} aria-label={asset.name}>
      <div className={styles.scroll}>
        <Button className={styles.back} variant="ghost" size="sm" icon="back" onClick={onBack}>
          {t('assets.back')}
        </Button>
        {isRaster ? (
          <FocalPointEditor
            asset={asset}
            point={focus}
            onMove={setFocus}
            onMoved={(point) => {
              setFocus(point);
              saying.mutate({ focal_point: point });
            }}
          />
        ) : (
          <img className={styles.whole} src={asset.url} alt="" />
        )}
        {saying.isError && <Notice tone="bad">{asProblem(saying.error).message}</Notice>}
        <TextArea label={t('assets.alt')} hint={t('assets.alt.hint')} rows={2} maxLength={500} value={alt} onChange={({ target }) => setAlt(target.value)} onBlur={keep} />
        <TextField label={t('assets.name')} maxLength={120} autoComplete="off" value={name} onChange={({ target }) => setName(target.value)} onBlur={keep} />
        <dl className={styles.facts}>
          <dt>{t('assets.size')}</dt>
          <dd>
            {asset.width && asset.height && `${asset.width} × ${asset.height} · `}
            {format.bytes(asset.bytes)}
          </dd>
          {asset.variants.length > 0 && (
            <>
              <dt>{t('assets.variants')}</dt>
              <dd>{t('assets.variants.text', { widths: asset.variants.map(({ width }) => width).join(' · ') })}</dd>
            </>
          )}
          <dt>{t('assets.use')}</dt>
          <dd>
            {detail.isPending && '…'}
            {detail.data?.used_by.map((page) => (
              <span key={page.id} className={styles.page}>
                {page.title}
              </span>
            ))}
            {detail.data?.used_in_settings && <span className={styles.page}>{t('assets.use.settings')}</span>}
            {detail.data && detail.data.used_by.length === 0 && !detail.data.used_in_settings && t('assets.use.none')}
            {detail.isError && asProblem(detail.error).message}
          </dd>
        </dl>
        <div className={styles.actions}>
          {isRaster && (
            <Button size="sm" icon="crop" onClick={() => setOpen('crop')}>
              {t('crop.action')}
            </Button>
          )}
          <Button size="sm" icon="trash" onClick={() => setOpen('delete')}>
            {t('assets.delete')}
          </Button>
        </div>
      </div>
      <div className={styles.foot}>
        <Button variant="primary" wide busy={saying.isPending} onClick={() => void pick()}>
          {t('assets.pick')}
        </Button>
      </div>
      {open === 'crop' && (
        <CropEditor
          asset={asset}
          onClose={() => setOpen(null)}
          onCropped={(cropped) => {
            toast(t('crop.done'));
            setOpen(null);
            onCropped(cropped);
          }}
        />
      )}
      {open === 'delete' && <DeletePicture asset={asset} usedBy={detail.data?.used_by ?? []} onClose={() => setOpen(null)} onDeleted={onDeleted} />}
    </section>
  );
}
