import { useMutation } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { builder } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Asset } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Segmented } from '@/ui/Segmented';
import { Notice } from '@/ui/States';
import { useT } from '../messages';
import { largest, moved, reshaped, resized, type Corner, type Ratio, type Rect } from './crop';
import styles from './CropEditor.module.css';

const shapes = { free: null, square: 1, classic: 4 / 3, wide: 16 / 9 } as const satisfies Record<string, Ratio>;
const corners = ['nw', 'ne', 'sw', 'se'] as const;
type Handle = Corner | 'whole';

/** Cuts a part out of a picture; the picture itself stays. */
export function CropEditor({ asset, onCropped, onClose }: { asset: Asset; onCropped: (asset: Asset) => void; onClose: () => void }) {
  const t = useT();
  const common = useCommon();
  const size = { width: asset.width ?? 1, height: asset.height ?? 1 };
  const frame = useRef<HTMLDivElement>(null);
  const drag = useRef<{ handle: Handle; from: Rect; x: number; y: number } | null>(null);
  const [shape, setShape] = useState<keyof typeof shapes>('free');
  const [rect, setRect] = useState<Rect>(() => largest({ width: size.width, height: size.height }, null));
  const ratio = shapes[shape];
  const cropping = useMutation({ mutationFn: () => builder.cropAsset(asset.id, rect), onSuccess: onCropped });

  const changed = (handle: Handle, from: Rect, dx: number, dy: number) =>
    handle === 'whole' ? moved(from, dx, dy, size) : resized(from, handle, dx, dy, size, ratio);
  const grab = (handle: Handle) => (event: PointerEvent<HTMLElement>) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { handle, from: rect, x: event.clientX, y: event.clientY };
  };
  const pull = (event: PointerEvent<HTMLElement>) => {
    const box = frame.current?.getBoundingClientRect();
    if (!drag.current || !box) return;
    const scale = size.width / box.width;
    const { handle, from, x, y } = drag.current;
    setRect(changed(handle, from, (event.clientX - x) * scale, (event.clientY - y) * scale));
  };
  const walk = (handle: Handle) => (event: KeyboardEvent) => {
    const far = Math.max(1, Math.round(size.width / (event.shiftKey ? 20 : 100)));
    const step = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] }[event.key];
    if (!step) return;
    event.preventDefault();
    setRect(changed(handle, rect, step[0] ?? 0, step[1] ?? 0));
  };
  const share = (part: number, whole: number) => `${(part / whole) * 100}%`;
  const whole = rect.width === size.width && rect.height === size.height;
  return (
    <Dialog
      size="lg"
      title={t('crop.title')}
      description={t('crop.lead')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="primary" icon="crop" disabled={whole} busy={cropping.isPending} onClick={() => cropping.mutate()}>
            {t('crop.save')}
          </Button>
        </>
      }
    >
      <div className={styles.editor}>
        <div className={styles.bar}>
          <Segmented
            label={t('crop.shape')}
            value={shape}
            options={(Object.keys(shapes) as (keyof typeof shapes)[]).map((value) => ({ value, label: t(`crop.shape.${value}`) }))}
            onChange={(next) => {
              setShape(next);
              setRect(whole ? largest(size, shapes[next]) : reshaped(rect, shapes[next], size));
            }}
          />
          <output className={styles.size} aria-live="polite">
            {rect.width} × {rect.height}
          </output>
        </div>
        {cropping.isError && <Notice tone="bad">{asProblem(cropping.error).message}</Notice>}
        <div className={styles.stage}>
          <div ref={frame} className={styles.frame} style={{ aspectRatio: `${size.width} / ${size.height}`, width: `min(100%, calc(min(52dvh, 520px) * ${size.width / size.height}))` }}>
            <img src={asset.url} alt="" draggable={false} />
            <div
              className={styles.part}
              style={{
                left: share(rect.x, size.width),
                top: share(rect.y, size.height),
                width: share(rect.width, size.width),
                height: share(rect.height, size.height),
              }}
            >
              <button
                type="button"
                className={styles.whole}
                aria-label={t('crop.move')}
                onPointerDown={grab('whole')}
                onPointerMove={pull}
                onPointerUp={() => (drag.current = null)}
                onKeyDown={walk('whole')}
              />
              {corners.map((corner) => (
                <button
                  key={corner}
                  type="button"
                  className={styles.corner}
                  data-corner={corner}
                  aria-label={t(`crop.corner.${corner}`)}
                  onPointerDown={grab(corner)}
                  onPointerMove={pull}
                  onPointerUp={() => (drag.current = null)}
                  onKeyDown={walk(corner)}
                />
              ))}
            </div>
          </div>
        </div>
        <p className={styles.hint}>{t('crop.hint')}</p>
      </div>
    </Dialog>
  );
}
