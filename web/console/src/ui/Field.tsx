import {
  useId,
  useState,
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { useCommon } from '@/i18n/common';
import { classes } from './classes';
import styles from './Field.module.css';
import { Icon } from './Icon';

interface FieldProps {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
  action?: ReactNode;
}

interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

function Field({ label, hint, error, optional, action, children }: FieldProps & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const t = useCommon();
  const note = error ?? hint;
  return (
    <div className={styles.field}>
      <div className={styles.top}>
        <label htmlFor={id} className={styles.label}>
          {label}
          {optional && <span className={styles.optional}>{t('optional')}</span>}
        </label>
        {action}
      </div>
      {children({ id, 'aria-describedby': note ? `${id}-note` : undefined, 'aria-invalid': error ? true : undefined })}
      {note && (
        <p id={`${id}-note`} className={error ? styles.error : styles.hint} role={error ? 'alert' : undefined}>
          {error && <Icon name="warning" size={15} />}
          <span>{note}</span>
        </p>
      )}
    </div>
  );
}

type Without<T> = Omit<T, 'id' | 'children'>;

export function TextField({
  label,
  hint,
  error,
  optional,
  action,
  prefix,
  suffix,
  className,
  ...rest
}: FieldProps & Without<Omit<InputHTMLAttributes<HTMLInputElement>, 'prefix'>> & {
    prefix?: ReactNode;
    suffix?: ReactNode;
    ref?: Ref<HTMLInputElement>;
  }) {
  return (
    <Field {...{ label, hint, error, optional, action }}>
      {(wiring) => (
        <div className={styles.box} data-invalid={wiring['aria-invalid']}>
          {prefix && <span className={styles.affix}>{prefix}</span>}
          <input {...rest} {...wiring} className={classes(styles.input, className)} />
          {suffix && <span className={styles.affix}>{suffix}</span>}
        </div>
      )}
    </Field>
  );
}

export function PasswordField(props: Parameters<typeof TextField>[0]) {
  const [shown, setShown] = useState(false);
  const t = useCommon();
  const toggle = (
    <button
      type="button"
      className={styles.reveal}
      aria-label={t(shown ? 'hidePassword' : 'showPassword')}
      aria-pressed={shown}
      onClick={() => setShown(!shown)}
    >
      <Icon name={shown ? 'eyeOff' : 'eye'} />
    </button>
  );
  return <TextField {...props} type={shown ? 'text' : 'password'} suffix={toggle} />;
}

export function TextArea({
  label,
  hint,
  error,
  optional,
  action,
  mono,
  ...rest
}: FieldProps & Without<TextareaHTMLAttributes<HTMLTextAreaElement>> & { mono?: boolean }) {
  return (
    <Field {...{ label, hint, error, optional, action }}>
      {(wiring) => (
        <div className={styles.box} data-invalid={wiring['aria-invalid']}>
          <textarea {...rest} {...wiring} className={classes(styles.input, styles.area, mono && styles.mono)} />
        </div>
      )}
    </Field>
  );
}

export function SelectField({
  label,
  hint,
  error,
  optional,
  action,
  options,
  ...rest
}: FieldProps & Without<SelectHTMLAttributes<HTMLSelectElement>> & { options: { value: string; label: string }[] }) {
  return (
    <Field {...{ label, hint, error, optional, action }}>
      {(wiring) => (
        <div className={styles.box} data-invalid={wiring['aria-invalid']}>
          <select {...rest} {...wiring} className={classes(styles.input, styles.select)}>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <span className={styles.chevron}>
            <Icon name="down" size={16} />
          </span>
        </div>
      )}
    </Field>
  );
}
