import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '@/api/queries';
import type { Page } from '@/api/types';
import { SelectField } from '@/ui/Field';
import type { Engine } from '../engine/Engine';
import { useT } from '../messages';

interface SectionLinkProps {
  engine: Engine;
  pages: Page[];
  /** As it stands in the link: `#place`, or `/page#place`. */
  value: string;
  onHref: (href: string) => void;
}

/** A place of this page, or one that has a name on another. */
export function SectionLink({ engine, pages, value, onHref }: SectionLinkProps) {
  const t = useT();
  const [path = '', place = ''] = value.split('#');
  const [chosen, setChosen] = useState(path);
  const other = pages.find((page) => page.path === chosen);
  const anchors = engine.anchors();
  return (
    <>
      <SelectField
        label={t('set.page')}
        value={chosen}
        options={[{ value: '', label: t('set.thisPage') }, ...pages.map((page) => ({ value: page.path, label: page.title }))]}
        onChange={({ target }) => setChosen(target.value)}
      />
      {other ? (
        <Elsewhere key={other.id} page={other} value={chosen === path ? place : ''} onPlace={(name) => onHref(`${chosen}#${name}`)} />
      ) : (
        <SelectField
          label={t('set.link.section')}
          value={path === '' ? place : ''}
          options={[
            { value: '', label: t('set.choose') },
            ...anchors.map(({ name, kind, words }) => ({ value: name, label: words ? `${t(`kind.${kind}`)}: ${words}` : t(`kind.${kind}`) })),
          ]}
          onChange={({ target }) => {
            const anchor = anchors.find(({ name }) => name === target.value);
            if (anchor) engine.linkTo(anchor);
          }}
        />
      )}
    </>
  );
}

function Elsewhere({ page, value, onPlace }: { page: Page; value: string; onPlace: (name: string) => void }) {
  const t = useT();
  const { data, isPending } = useQuery({ queryKey: ['anchors', page.id, page.version], queryFn: queries.page(page.id).queryFn });
  const places = data ? placesOf(data.content.html) : [];
  return (
    <SelectField
      label={t('set.link.section')}
      hint={!isPending && places.length === 0 ? t('set.noPlaces') : undefined}
      value={value}
      options={[{ value: '', label: t('set.choose') }, ...places.map(({ name, words }) => ({ value: name, label: words ? `#${name}: ${words}` : `#${name}` }))]}
      onChange={({ target }) => target.value !== '' && onPlace(target.value)}
    />
  );
}

function placesOf(html: string): { name: string; words: string }[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.querySelectorAll('[id]')]
    .filter(({ id }) => !/^i[a-z0-9]{3,5}(-\d+)?$/.test(id))
    .map((element) => ({ name: element.id, words: element.textContent.trim().slice(0, 40) }));
}
