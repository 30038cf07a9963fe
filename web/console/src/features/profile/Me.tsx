import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { auth } from '@/api/client';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import type { User } from '@/api/types';
import { useCommon } from '@/i18n/common';
import { Button } from '@/ui/Button';
import { TextField } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import { Card, Section } from '@/ui/Page';
import { Notice } from '@/ui/States';
import { toast } from '@/ui/Toast';
import { useT } from './messages';
import styles from './Profile.module.css';

export function Me({ user }: { user: User }) {
  const t = useT();
  const common = useCommon();
  const client = useQueryClient();
  const [name, setName] = useState(user.name);
  const saving = useMutation({
    mutationFn: () => auth.updateProfile({ name: name.trim() }),
    onSuccess: (saved) => {
      client.setQueryData(queries.profile().queryKey, saved);
      toast(t('saved'));
    },
  });
  const resending = useMutation({
    mutationFn: auth.resendVerification,
    onSuccess: () => toast(t('resent')),
    onError: (error) => toast(asProblem(error).message, 'bad'),
  });
  const problem = saving.error ? asProblem(saving.error) : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) saving.mutate();
  };
  return (
    <Section title={t('me.title')}>
      <Card>
        <form className={styles.form} onSubmit={submit} noValidate>
          {problem && !problem.field('name') && <Notice tone="bad">{problem.message}</Notice>}
          <TextField
            label={t('name')}
            autoComplete="name"
            value={name}
            error={name.trim() ? problem?.field('name') : common('required')}
            onChange={({ target }) => setName(target.value)}
          />
          <TextField
            label={t('email')}
            value={user.email}
            disabled
            hint={
              user.email_verified_at ? (
                <span className={styles.verified}>
                  <Icon name="check" size={15} />
                  {t('email.verified')}
                </span>
              ) : (
                t('email.unverified')
              )
            }
          />
          <div className={styles.actions}>
            {!user.email_verified_at && (
              <Button icon="mail" busy={resending.isPending} onClick={() => resending.mutate()}>
                {t('resend')}
              </Button>
            )}
            <Button type="submit" variant="primary" busy={saving.isPending} disabled={name.trim() === user.name}>
              {common('save')}
            </Button>
          </div>
        </form>
      </Card>
    </Section>
  );
}
