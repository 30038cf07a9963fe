import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import type { Asset } from '@/api/types';
import { useT } from '../messages';
import styles from './FocalPointEditor.module.css';

type Point = Asset['focal_point'];

interface FocalPointEditorProps {
  asset: Asset;
  point: Point;
  onMove: (point: Point) => void;
  /** Once it rests. */
  onMoved: (point: Point) => void;
}

const percent = (value: number) => Math.min(100, Math.max(0, Math.round(value)));

/** The point that stays in sight when the picture is cut to fit: dragged, or moved by the arrow keys. */
export function FocalPointEditor({ asset, point, onMove, onMoved }: FocalPointEditorProps) {
  const t = useT();
  const frame = useRef<HTMLDivElement>(null);
  const [isDragged, setDragged] = useState(false);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(rest.current), []);

  const at = ({ clientX, clientY }: PointerEvent): Point => {
    const box = frame.current?.getBoundingClientRect();
    return box ? { x: percent(((clientX - box.left) / box.width) * 100), y: percent(((clientY - box.top) / box.height) * 100) } : point;
  };
  const walk = (event: KeyboardEvent) => {
    const far = event.shiftKey ? 10 : 1;
    const steps: Record<string, Point> = {
      ArrowLeft: { x: point.x - far, y: point.y },
      ArrowRight: { x: point.x + far, y: point.y },
      ArrowUp: { x: point.x, y: point.y - far },
      ArrowDown: { x: point.x, y: point.y + far },
      Home: { x: 50, y: 50 },
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = { x: percent(step.x), y: percent(step.y) };
    onMove(next);
    clearTimeout(rest.current);
    rest.current = setTimeout(() => onMoved(next), 500);
  };
  const position = `${point.x}% ${point.y}%`;
  const source = asset.variants.find(({ width }) => width >= 900)?.url ?? asset.url;
  return (
    <div className={styles.editor}>
      <div className={styles.stage}>
        <div
          ref={frame}
          className={styles.frame}
          style={{ aspectRatio: `${asset.width} / ${asset.height}` }}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            setDragged(true);
            onMove(at(event));
          }}
          onPointerMove={(event) => isDragged && onMove(at(event))}
          onPointerUp={(event) => {
            if (!isDragged) return;
            setDragged(false);
            onMoved(at(event));
          }}
          onPointerCancel={() => setDragged(false)}
        >
          <img src={source} alt="" draggable={false} />
          <button
            type="button"
            className={styles.point}
            style={{ left: `${point.x}%`, top: `${point.y}%` }}
            aria-label={t('focus.label', { x: point.x, y: point.y })}
            onKeyDown={walk}
          />
        </div>
      </div>
      <div className={styles.previews} aria-hidden="true">
        <img src={source} alt="" style={{ objectPosition: position, aspectRatio: '1' }} />
        <img src={source} alt="" style={{ objectPosition: position, aspectRatio: '16 / 9' }} />
        <img src={source} alt="" style={{ objectPosition: position, aspectRatio: '3 / 4' }} />
      </div>
      <p className={styles.hint}>{t('focus.hint')}</p>
    </div>
  );
}
