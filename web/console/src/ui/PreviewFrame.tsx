import { useState } from 'react';
import { useCommon } from '@/i18n/common';
import { Segmented } from './Segmented';
import styles from './PreviewFrame.module.css';
import { classes } from './classes';

export type PreviewWidth = 'desktop' | 'tablet' | 'phone';

export function usePreviewWidth() {
  const [width, setWidth] = useState<PreviewWidth>('desktop');
  const t = useCommon();
  const toggle = (
    <Segmented
      label={t('width')}
      value={width}
      onChange={setWidth}
      iconsOnly
      options={[
        { value: 'desktop', label: t('desktop'), icon: 'desktop' },
        { value: 'tablet', label: t('tablet'), icon: 'tablet' },
        { value: 'phone', label: t('phone'), icon: 'phone' },
      ]}
    />
  );
  return { width, toggle };
}

/** Foreign content: its own opaque origin, so it can reach neither our cookies nor our page. */
export function PreviewFrame({ src, title, width }: { src: string; title: string; width: PreviewWidth }) {
  return (
    <div className={styles.stage}>
      <iframe
        key={src}
        className={classes(styles.frame, styles[width])}
        src={src}
        title={title}
        sandbox="allow-scripts allow-forms allow-popups"
        referrerPolicy="no-referrer"
      />
    </div>
  );
}
