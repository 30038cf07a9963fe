import { useEffect, useState } from 'react';
import { useCommon } from '@/i18n/common';
import { Button } from './Button';

/** Clipboard access is missing outside secure contexts: then the text is selected through a field instead. */
async function copy(text: string) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}

export function CopyButton({ text, size = 'md' }: { text: string; size?: 'sm' | 'md' }) {
  const [done, setDone] = useState(false);
  const t = useCommon();
  useEffect(() => {
    if (!done) return;
    const timer = setTimeout(() => setDone(false), 2000);
    return () => clearTimeout(timer);
  }, [done]);
  return (
    <Button icon={done ? 'check' : 'copy'} size={size} onClick={() => void copy(text).then(() => setDone(true))}>
      <span aria-live="polite">{t(done ? 'copied' : 'copy')}</span>
    </Button>
  );
}
