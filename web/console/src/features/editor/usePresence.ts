import { useEffect, useState } from 'react';
import { builder } from '@/api/client';
import { Problem } from '@/api/problem';
import type { Id } from '@/api/types';
import type { Journal } from './autosave/journal';
import type { Editing } from './useEditing';

/** Alone, one looks now and then whether somebody came; together, what others do is to be seen soon. */
const ALONE_MS = 8_000;
const TOGETHER_MS = 2_000;

/** How many others have the page open. Brings in what they saved. */
export function usePresence(pageId: Id, journal: Journal, editing: Editing | null): number {
  const [others, setOthers] = useState(0);
  useEffect(() => {
    if (!editing) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const look = async () => {
      let count = 0;
      try {
        const present = await builder.here(pageId, journal.editor);
        count = present.others.length;
        if (gone) return;
        await editing.saver.catchUp(present.version);
      } catch (error) {
        // Whether the server can be reached is told by the saving; who else is there is not known then.
        if (!(error instanceof Problem)) reportError(error);
      }
      if (gone) return;
      setOthers(count);
      timer = setTimeout(() => void look(), count > 0 ? TOGETHER_MS : ALONE_MS);
    };
    const leave = () => void builder.gone(pageId, journal.editor).catch(() => undefined);
    void look();
    window.addEventListener('pagehide', leave);
    return () => {
      gone = true;
      clearTimeout(timer);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [pageId, journal, editing]);
  return others;
}
