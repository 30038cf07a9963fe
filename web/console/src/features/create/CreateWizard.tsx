import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { asProblem } from '@/api/problem';
import type { ImportResult } from '@/api/types';
import { Button, ButtonLink } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Mark } from '@/ui/Logo';
import { useTitle } from '@/ui/Page';
import { paths } from '@/ui/paths';
import { AddressStep } from './AddressStep';
import styles from './CreateWizard.module.css';
import { emptyDraft, type Draft } from './draft';
import { Making } from './Making';
import { useT } from './messages';
import { PlanStep } from './PlanStep';
import { StartStep } from './StartStep';
import { useMaking, type Made } from './useMaking';

const steps = ['start', 'address', 'plan'] as const;
type Step = (typeof steps)[number];

interface CreateWizardProps {
  onMade: (made: Made) => void;
  renderImported: (result: ImportResult, onContinue: () => void) => ReactNode;
}

/** The step is part of the address, so the browser's back button works; a step that is not earned yet shows the first. */
export function CreateWizard({ onMade, renderImported }: CreateWizardProps) {
  const t = useT();
  const [params, setParams] = useSearchParams();
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [reviewed, setReviewed] = useState<Made | null>(null);
  const making = useMaking(t('homePage'));
  useTitle(t('title'));

  const asked = steps.find((step) => step === params.get('step')) ?? 'start';
  const step: Step = draft.start ? (asked === 'plan' && !draft.slug ? 'address' : asked) : 'start';
  const go = (next: Step) => {
    setParams({ step: next });
    window.scrollTo({ top: 0 });
  };
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });

  const make = () =>
    making.mutate(draft, {
      onSuccess: (made) => {
        if (made.imported) setReviewed(made);
        else onMade(made);
      },
      onError: (error) => {
        if (!making.siteMade && asProblem(error).field('slug')) go('address');
      },
    });

  if (reviewed?.imported) {
    return <Frame>{renderImported(reviewed.imported, () => onMade(reviewed))}</Frame>;
  }
  if (making.isPending || making.isSuccess) {
    return (
      <Frame>
        <Making stage={making.stage} name={draft.name} importing={draft.start?.kind === 'import'} />
      </Frame>
    );
  }
  const problem = making.error ? asProblem(making.error) : null;
  return (
    <Frame progress={<Progress step={step} onGo={go} />}>
      {step === 'start' && (
        <StartStep
          chosen={draft.start}
          onChoose={(start) => {
            change({ start });
            go('address');
          }}
        />
      )}
      {step === 'address' && (
        <AddressStep draft={draft} problem={problem} onChange={change} onBack={() => go('start')} onNext={() => go('plan')} />
      )}
      {step === 'plan' && (
        <PlanStep
          draft={draft}
          problem={problem}
          onChange={change}
          onBack={() => go('address')}
          onSubmit={make}
          afterProblem={
            making.siteMade && (
              <ButtonLink to={paths.site(making.siteMade.id)} size="sm">
                {t('failed.open')}
              </ButtonLink>
            )
          }
        />
      )}
    </Frame>
  );
}

function Frame({ progress, children }: { progress?: ReactNode; children: ReactNode }) {
  const t = useT();
  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        <Link to={paths.home} className={styles.brand} aria-label={t('exit')}>
          <Mark />
        </Link>
        {progress}
        <ButtonLink to={paths.home} variant="ghost" size="sm">
          {t('exit')}
        </ButtonLink>
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  );
}

function Progress({ step, onGo }: { step: Step; onGo: (step: Step) => void }) {
  const t = useT();
  const at = steps.indexOf(step);
  return (
    <nav className={styles.progress} aria-label={t('progress', { step: at + 1, total: steps.length })}>
      <ol>
        {steps.map((name, index) => (
          <li key={name} aria-current={index === at ? 'step' : undefined} data-done={index < at || undefined}>
            <Button variant="ghost" size="sm" disabled={index > at} onClick={() => onGo(name)}>
              <span className={styles.number}>{index < at ? <Icon name="check" size={14} /> : index + 1}</span>
              <span className={styles.stepName}>{t(`step.${name}`)}</span>
            </Button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
