import { useEffect, useRef, useState, type RefObject } from 'react';
import { builder } from '@/api/client';
import type { PageWithContent } from '@/api/types';
import { useLocale } from '@/i18n/locale';
import { Autosaver } from './autosave/Autosaver';
import type { Journal } from './autosave/journal';
import type { Engine, PickedImage } from './engine/Engine';
import { useT } from './messages';

export interface Editing {
  engine: Engine;
  saver: Autosaver;
}

function versionFrom(etag: string | null, page: { version: number } | undefined): number {
  const fromTag = Number(etag?.replace(/^W\//, '').replaceAll('"', ''));
  return page?.version ?? fromTag;
}

/** Brings up the engine and the saver for one page, and takes them down with the screen. */
export function useEditing(
  page: PageWithContent,
  journal: Journal,
  onPickImage: (take: (image: PickedImage) => void) => void,
): { container: RefObject<HTMLDivElement | null>; editing: Editing | null; error: unknown } {
  const container = useRef<HTMLDivElement>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [error, setError] = useState<unknown>(null);
  const t = useT();
  const locale = useLocale();
  // The engine is made once; the callbacks it got must reach the latest ones.
  const latest = useRef({ t, locale, onPickImage });
  useEffect(() => {
    latest.current = { t, locale, onPickImage };
  });

  useEffect(() => {
    let gone = false;
    let opened: Editing | null = null;
    const open = async () => {
      const { createEngine } = await import('./engine/create');
      if (gone || !container.current) return;
      const engine: Engine = createEngine({
        container: container.current,
        project: page.content.project,
        stylesheets: page.content.stylesheets ?? [],
        locale: latest.current.locale,
        t: latest.current.t,
        onEdited: () => opened?.saver.edited(),
        onPickImage: (take) => latest.current.onPickImage(take),
        upload: async (file) => (await builder.uploadAsset(page.service_id, file)).url,
      });
      const saver = new Autosaver({
        version: page.version,
        journal,
        serialize: () => engine.serialize(),
        send: async (project, version, keepalive) => {
          const { body, etag } = await builder.savePage(page.id, version, project, keepalive);
          return versionFrom(etag, body);
        },
      });
      opened = { engine, saver };
      setEditing(opened);
    };
    open().catch(setError);
    return () => {
      gone = true;
      setEditing(null);
      opened?.saver.dispose();
      opened?.engine.destroy();
    };
  }, [page, journal]);

  return { container, editing, error };
}
