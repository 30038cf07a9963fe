import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { asProblem } from '@/api/problem';

type Errors<F extends string> = Partial<Record<F, string>>;

/** A form's values, its own check before sending, and the server's word for each field afterwards. */
export function useForm<F extends string>(options: {
  initial: Record<F, string>;
  check: (values: Record<F, string>) => Errors<F>;
  send: (values: Record<F, string>) => Promise<unknown>;
}) {
  const [values, setValues] = useState(options.initial);
  const [errors, setErrors] = useState<Errors<F>>({});
  const mutation = useMutation({ mutationFn: () => options.send(values) });
  const problem = mutation.error ? asProblem(mutation.error) : null;

  const names = Object.keys(options.initial) as F[];
  const unplaced = problem && !names.some((name) => problem.field(name)) ? problem.message : undefined;

  return {
    values,
    busy: mutation.isPending,
    done: mutation.isSuccess,
    problem: unplaced,
    reset: mutation.reset,
    field: (name: F) => ({
      name,
      value: values[name],
      error: errors[name] ?? problem?.field(name),
      onChange: (event: { target: { value: string } }) => {
        setValues({ ...values, [name]: event.target.value });
        setErrors({ ...errors, [name]: undefined });
      },
    }),
    submit: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      const form = event.currentTarget;
      const found = options.check(values);
      setErrors(found);
      const wrong = names.find((name) => found[name]);
      if (wrong) form.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
      else mutation.mutate();
    },
  };
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function isEmail(value: string): boolean {
  return EMAIL.test(value.trim());
}

/** The least that the server accepts; it may ask for more and says so. */
export const PASSWORD_LENGTH = 8;
