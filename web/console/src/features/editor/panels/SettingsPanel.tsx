import type { Id, Page } from '@/api/types';
import { Button } from '@/ui/Button';
import { SelectField, TextArea, TextField } from '@/ui/Field';
import type { Engine } from '../engine/Engine';
import type { Selected } from '../engine/nodes';
import { useT } from '../messages';
import { LinkSettings } from './LinkSettings';
import styles from './SettingsPanel.module.css';
import { Toggle } from './Toggle';
import { useTyped } from './useTyped';
import { videoAddress, videoSource } from './videoSource';

interface SettingsPanelProps {
  engine: Engine;
  selected: Selected;
  siteId: Id;
  pages: Page[];
  onGo: (path: string) => void;
}

const levels = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

export function SettingsPanel({ engine, selected, siteId, pages, onGo }: SettingsPanelProps) {
  const t = useT();
  const { kind, tag } = selected;
  return (
    <div className={styles.panel}>
      {selected.text !== null && kind !== 'field' && <Words engine={engine} text={selected.text} />}
      {kind === 'heading' && (
        <SelectField
          label={t('set.level')}
          hint={t('set.level.hint')}
          value={tag}
          options={levels.map((level) => ({ value: level, label: t(`level.${level}`) }))}
          onChange={({ target }) => engine.setTag(target.value)}
        />
      )}
      {tag === 'a' && <LinkSettings engine={engine} selected={selected} siteId={siteId} pages={pages} onGo={onGo} />}
      {kind === 'image' && <ImageSettings engine={engine} selected={selected} />}
      {kind === 'video' && <VideoSettings engine={engine} selected={selected} />}
      {kind === 'map' && <MapSettings engine={engine} selected={selected} />}
      {(tag === 'input' || tag === 'textarea' || tag === 'select') && <FieldSettings engine={engine} selected={selected} />}
      {kind !== 'page' && <Anchor engine={engine} selected={selected} />}
    </div>
  );
}

function Words({ engine, text }: { engine: Engine; text: string }) {
  const t = useT();
  return <TextArea label={t('set.text')} rows={3} {...useTyped(text, (value) => engine.setText(value))} />;
}

function Attribute({ engine, selected, name, label, hint }: { engine: Engine; selected: Selected; name: string; label: string; hint?: string }) {
  const typed = useTyped(selected.attributes[name] ?? '', (value) => engine.setAttribute(name, value));
  return <TextField label={label} hint={hint} autoComplete="off" {...typed} />;
}

function ImageSettings({ engine, selected }: { engine: Engine; selected: Selected }) {
  const t = useT();
  const source = selected.properties.src;
  return (
    <>
      {typeof source === 'string' && source && (
        <div className={styles.picture}>
          <img src={source} alt="" />
        </div>
      )}
      <Button icon="image" size="sm" wide onClick={() => engine.pickImage()}>
        {t('set.image')}
      </Button>
      <Attribute engine={engine} selected={selected} name="alt" label={t('set.alt')} hint={t('set.alt.hint')} />
    </>
  );
}

function VideoSettings({ engine, selected }: { engine: Engine; selected: Selected }) {
  const t = useT();
  const { provider, videoId, src, controls, autoplay, loop } = selected.properties;
  const typed = useTyped(videoAddress(provider, videoId, src), (address) => {
    for (const [name, value] of Object.entries(videoSource(address))) engine.setProperty(name, value);
  });
  return (
    <>
      <TextField label={t('set.video')} hint={t('set.video.hint')} type="url" autoComplete="off" {...typed} />
      <Toggle label={t('set.controls')} checked={Boolean(controls)} onChange={(on) => engine.setProperty('controls', on)} />
      <Toggle label={t('set.autoplay')} checked={Boolean(autoplay)} onChange={(on) => engine.setProperty('autoplay', on)} />
      <Toggle label={t('set.loop')} checked={Boolean(loop)} onChange={(on) => engine.setProperty('loop', on)} />
    </>
  );
}

function MapSettings({ engine, selected }: { engine: Engine; selected: Selected }) {
  const t = useT();
  const { address, zoom } = selected.properties;
  const typed = useTyped(String(address ?? ''), (value) => engine.setProperty('address', value));
  return (
    <>
      <TextField label={t('set.address')} autoComplete="off" {...typed} />
      <label className={styles.range}>
        {t('set.zoom')}
        <input type="range" min={1} max={20} value={Number(zoom) || 15} onChange={({ target }) => engine.setProperty('zoom', target.value)} />
      </label>
    </>
  );
}

function FieldSettings({ engine, selected }: { engine: Engine; selected: Selected }) {
  const t = useT();
  const types = ['text', 'email', 'tel', 'number', 'date'] as const;
  return (
    <>
      <Attribute engine={engine} selected={selected} name="name" label={t('set.field.name')} />
      {selected.tag !== 'select' && <Attribute engine={engine} selected={selected} name="placeholder" label={t('set.field.placeholder')} />}
      {selected.tag === 'input' && (
        <SelectField
          label={t('set.field.type')}
          value={selected.attributes.type ?? 'text'}
          options={types.map((type) => ({ value: type, label: t(`field.${type}`) }))}
          onChange={({ target }) => engine.setAttribute('type', target.value)}
        />
      )}
      <Toggle
        label={t('set.field.required')}
        checked={'required' in selected.attributes}
        onChange={(on) => engine.setAttribute('required', on ? 'required' : '')}
      />
    </>
  );
}

function Anchor({ engine, selected }: { engine: Engine; selected: Selected }) {
  const t = useT();
  const typed = useTyped(selected.attributes.id ?? '', (value) => engine.setAttribute('id', value.trim().replace(/[^\w가-힣-]+/g, '-')));
  return (
    <div className={styles.anchor}>
      <TextField label={t('set.anchor')} hint={t('set.anchor.hint')} prefix="#" autoComplete="off" {...typed} />
    </div>
  );
}
