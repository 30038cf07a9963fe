import { useSyncExternalStore, type ReactNode } from 'react';
import { Icon } from '@/ui/Icon';
import { mono, sans, serif } from '../design/fonts';
import type { Engine } from '../engine/Engine';
import { useT } from '../messages';
import { BoxControl, ColorControl, ImageControl, LengthControl, SegmentControl, SelectControl } from './controls';
import { CssSection } from './CssSection';
import { Hint } from './Hint';
import styles from './StylePanel.module.css';

const softShadow = '0 4px 16px rgba(33, 28, 23, 0.1)';
const strongShadow = '0 16px 40px rgba(33, 28, 23, 0.24)';

export function StylePanel({ engine }: { engine: Engine }) {
  const t = useT();
  const { device } = useSyncExternalStore(engine.subscribe, engine.snapshot);
  const display = engine.style('display');
  const arranged = /flex|grid/.test(display.own || display.inherited);
  const bind = { engine };
  return (
    <div className={styles.panel}>
      <div className={styles.hint}>
        <Hint name="style" />
      </div>
      {device !== 'desktop' && (
        <p className={styles.device}>
          <Icon name={device} size={16} />
          {t('style.device', { device: t(`device.${device}`) })}
        </p>
      )}
      <Group title={t('style.group.type')} open>
        <SelectControl
          {...bind}
          property="font-family"
          label={t('style.font')}
          options={[
            ['', t('option.default')],
            [sans, t('option.gothic')],
            [serif, t('option.serif')],
            [mono, t('option.mono')],
          ]}
        />
        <div className={styles.pair}>
          <LengthControl {...bind} property="font-size" label={t('style.size')} />
          <SelectControl
            {...bind}
            property="font-weight"
            label={t('style.weight')}
            options={[
              ['', t('option.default')],
              ['300', t('option.light')],
              ['400', t('option.normal')],
              ['500', t('option.medium')],
              ['700', t('option.bold')],
              ['800', t('option.heavy')],
            ]}
          />
          <LengthControl {...bind} property="line-height" label={t('style.lineHeight')} unit="" step={0.1} />
          <LengthControl {...bind} property="letter-spacing" label={t('style.letterSpacing')} unit="em" step={0.01} />
        </div>
        <ColorControl {...bind} property="color" label={t('style.color')} />
        <SegmentControl
          {...bind}
          property="text-align"
          label={t('style.align')}
          options={[
            ['left', t('option.left'), 'alignLeft'],
            ['center', t('option.center'), 'alignCenter'],
            ['right', t('option.right'), 'alignRight'],
            ['justify', t('option.justify'), 'alignJustify'],
          ]}
        />
      </Group>
      <Group title={t('style.group.background')} open>
        <ColorControl {...bind} property="background-color" label={t('style.background')} />
        <ImageControl {...bind} label={t('style.backgroundImage')} />
        <SelectControl
          {...bind}
          property="background-size"
          label={t('style.backgroundSize')}
          options={[
            ['', t('option.default')],
            ['cover', t('option.cover')],
            ['contain', t('option.contain')],
            ['auto', t('option.auto')],
          ]}
        />
      </Group>
      <Group title={t('style.group.spacing')} open>
        <BoxControl {...bind} property="padding" label={t('style.padding')} />
        <BoxControl {...bind} property="margin" label={t('style.margin')} />
      </Group>
      <Group title={t('style.group.size')}>
        <div className={styles.pair}>
          <LengthControl {...bind} property="width" label={t('style.width')} />
          <LengthControl {...bind} property="max-width" label={t('style.maxWidth')} />
          <LengthControl {...bind} property="height" label={t('style.height')} />
          <LengthControl {...bind} property="min-height" label={t('style.minHeight')} />
        </div>
      </Group>
      <Group title={t('style.group.border')}>
        <div className={styles.pair}>
          <LengthControl {...bind} property="border-radius" label={t('style.radius')} />
          <LengthControl {...bind} property="border-width" label={t('style.borderWidth')} />
        </div>
        <SelectControl
          {...bind}
          property="border-style"
          label={t('style.borderStyle')}
          options={[
            ['', t('option.default')],
            ['none', t('option.none')],
            ['solid', t('option.solid')],
            ['dashed', t('option.dashed')],
            ['dotted', t('option.dotted')],
          ]}
        />
        <ColorControl {...bind} property="border-color" label={t('style.borderColor')} />
        <SelectControl
          {...bind}
          property="box-shadow"
          label={t('style.shadow')}
          options={[
            ['', t('option.default')],
            ['none', t('option.none')],
            [softShadow, t('option.soft')],
            [strongShadow, t('option.strong')],
          ]}
        />
        <LengthControl {...bind} property="opacity" label={t('style.opacity')} unit="" step={0.1} />
      </Group>
      <Group title={t('style.group.layout')}>
        <SelectControl
          {...bind}
          property="display"
          label={t('style.display')}
          options={[
            ['', t('option.default')],
            ['block', t('option.block')],
            ['flex', t('option.flex')],
            ['grid', t('option.grid')],
            ['inline-block', t('option.inlineBlock')],
            ['none', t('option.hidden')],
          ]}
        />
        {arranged && (
          <>
            <SegmentControl
              {...bind}
              property="flex-direction"
              label={t('style.direction')}
              options={[
                ['row', t('option.row')],
                ['column', t('option.column')],
              ]}
            />
            <SelectControl
              {...bind}
              property="justify-content"
              label={t('style.justify')}
              options={[
                ['', t('option.default')],
                ['flex-start', t('option.start')],
                ['center', t('option.center')],
                ['flex-end', t('option.end')],
                ['space-between', t('option.between')],
              ]}
            />
            <SelectControl
              {...bind}
              property="align-items"
              label={t('style.alignItems')}
              options={[
                ['', t('option.default')],
                ['flex-start', t('option.start')],
                ['center', t('option.center')],
                ['flex-end', t('option.end')],
                ['stretch', t('option.stretch')],
              ]}
            />
            <LengthControl {...bind} property="gap" label={t('style.gap')} />
          </>
        )}
      </Group>
      <Group title={t('css.title')}>
        <CssSection engine={engine} />
      </Group>
    </div>
  );
}

function Group({ title, open, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details className={styles.group} open={open}>
      <summary>
        {title}
        <Icon name="down" size={15} />
      </summary>
      <div className={styles.controls}>{children}</div>
    </details>
  );
}
