import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import type { Problem } from '@/api/problem';
import { queries } from '@/api/queries';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import type { Draft } from './draft';
import { useT } from './messages';
import { isSlug, suggestSlug } from './slug';
import styles from './Step.module.css';
import { useCommon } from '@/i18n/common';

interface AddressStepProps {
  draft: Draft;
  problem: Problem | null;
  onChange: (part: Partial<Draft>) => void;
  onBack: () => void;
  onNext: () => void;
}

function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}

export function useAvailability(slug: string) {
  const t = useT();
  const settled = useSettled(slug, 350);
  const valid = isSlug(slug);
  const check = useQuery({ ...queries.slug(settled), enabled: isSlug(settled), retry: false });
  if (!slug) return { ok: false, hint: undefined, error: undefined };
  if (!valid) return { ok: false, hint: undefined, error: t('slug.invalid') };
  if (settled !== slug || check.isPending) return { ok: false, hint: t('slug.checking'), error: undefined, checking: true };
  if (check.isError) return { ok: true, hint: t('slug.unchecked'), error: undefined };
  if (check.data.available) return { ok: true, hint: t('slug.available'), error: undefined, good: true };
  return { ok: false, hint: undefined, error: t(`slug.${check.data.reason ?? 'taken'}`) };
}

export function AddressStep({ draft, problem, onChange, onBack, onNext }: AddressStepProps) {
  const t = useT();
  const common = useCommon();
  const availability = useAvailability(draft.slug);
  const [pressed, setPressed] = useState(false);
  const [waiting, setWaiting] = useState(false);
  const domain = window.location.host.replace(/^(console|app|www)\./, '');
  const nameMissing = pressed && !draft.name.trim();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (!draft.name.trim()) return;
    if (availability.ok) onNext();
    else setWaiting(availability.checking === true);
  };

  // Who is quicker than the check goes on as soon as it has passed.
  const goesOn = waiting && availability.ok;
  useEffect(() => {
    if (goesOn) onNext();
  }, [goesOn, onNext]);
  const change = (part: Partial<Draft>) => {
    setWaiting(false);
    onChange(part);
  };

  return (
    <form className={styles.step} onSubmit={submit} noValidate>
      <h1 className={styles.title}>{t('address.title')}</h1>
      <p className={styles.lead}>{t('address.lead')}</p>
      <div className={styles.fields}>
        <TextField
          label={t('name')}
          name="name"
          autoComplete="off"
          maxLength={100}
          placeholder={t('name.placeholder')}
          value={draft.name}
          error={nameMissing ? t('name.required') : problem?.field('name')}
          onChange={({ target }) =>
            change({ name: target.value, ...(draft.slugTouched ? {} : { slug: suggestSlug(target.value) }) })
          }
        />
        <TextField
          label={t('slug')}
          name="slug"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={63}
          value={draft.slug}
          suffix={`.${domain}`}
          error={availability.error ?? (pressed && !draft.slug ? common('required') : undefined)}
          hint={
            availability.hint && (
              <span className={styles.availability} data-good={availability.good || undefined}>
                {availability.good && <Icon name="check" size={15} />}
                {availability.hint}
              </span>
            )
          }
          onChange={({ target }) => change({ slug: target.value.toLowerCase().replace(/\s+/g, '-'), slugTouched: target.value !== '' })}
        />
      </div>
      <div className={styles.actions}>
        <Button variant="ghost" icon="back" onClick={onBack}>
          {common('back')}
        </Button>
        <Button type="submit" variant="primary" size="lg" iconAfter="forward" busy={waiting && availability.checking === true}>
          {common('next')}
        </Button>
      </div>
    </form>
  );
}
