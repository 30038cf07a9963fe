import { useEffect, useLayoutEffect, useRef, useState } from 'react';

const PAUSE_MS = 350;

/**
 * A field that types freely and hands its value on after a pause or on leaving. Writing back on every key would break the
 * composing of Hangul syllables and fill the undo stack with single letters.
 */
export function useTyped(value: string, onValue: (value: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef(onValue);
  useEffect(() => {
    latest.current = onValue;
  });
  const pending = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const commit = () => {
    clearTimeout(timer.current);
    if (pending.current !== null) latest.current(pending.current);
    pending.current = null;
  };
  // Before the effects of the screen around it end, and with them the saving.
  useLayoutEffect(
    () => () => {
      clearTimeout(timer.current);
      if (pending.current !== null) latest.current(pending.current);
    },
    [],
  );

  return {
    value: typed ?? value,
    onChange: ({ target }: { target: { value: string } }) => {
      setTyped(target.value);
      pending.current = target.value;
      clearTimeout(timer.current);
      timer.current = setTimeout(commit, PAUSE_MS);
    },
    onBlur: () => {
      commit();
      setTyped(null);
    },
  };
}
