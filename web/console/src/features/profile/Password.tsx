import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { auth } from '@/api/client';
import { asProblem } from '@/api/problem';
import { useCommon } from '@/i18n/common';
import { Button } from '@/ui/Button';
import { PasswordField } from '@/ui/Field';
import { Card, Section } from '@/ui/Page';
import { Notice } from '@/ui/States';
import { toast } from '@/ui/Toast';
import { useT } from './messages';
import styles from './Profile.module.css';

const LEAST = 8;

export function Password({ email }: { email: string }) {
  const t = useT();
  const common = useCommon();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [pressed, setPressed] = useState(false);
  const changing = useMutation({
    mutationFn: () => auth.updateProfile({ current_password: current, password: next }),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      setPressed(false);
      toast(t('changed'));
    },
  });
  const problem = changing.error ? asProblem(changing.error) : null;
  const currentError = pressed && !current ? common('required') : problem?.field('current_password');
  const nextError = pressed && next.length < LEAST ? t('next.short') : problem?.field('password');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (current && next.length >= LEAST) changing.mutate();
  };
  return (
    <Section title={t('password.title')} lead={t('password.lead')}>
      <Card>
        <form className={styles.form} onSubmit={submit} noValidate>
          {problem && !problem.field('current_password') && !problem.field('password') && <Notice tone="bad">{problem.message}</Notice>}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <PasswordField label={t('current')} autoComplete="current-password" value={current} error={currentError} onChange={({ target }) => setCurrent(target.value)} />
          <PasswordField label={t('next')} autoComplete="new-password" hint={t('next.hint')} value={next} error={nextError} onChange={({ target }) => setNext(target.value)} />
          <div className={styles.actions}>
            <Button type="submit" variant="primary" busy={changing.isPending}>
              {t('change')}
            </Button>
          </div>
        </form>
      </Card>
    </Section>
  );
}
