import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { builder } from '@/api/client';
import type { PageChanged, PageChanges, PageWithContent, SiteLanguages } from '@/api/types';
import { asProblem } from '@/api/problem';
import { queries } from '@/api/queries';
import { useLocale } from '@/i18n/locale';
import { toast } from '@/ui/Toast';
import type { Autosaver } from './autosave/Autosaver';
import type { Journal } from './autosave/journal';
import type { Engine, PickedImage } from './engine/Engine';
import type { Choice } from './engine/languageSwitch';
import { useT } from './messages';
import type { Answered } from './sync/PageSync';

export interface Editing {
  engine: Engine;
  saver: Autosaver;
  bench: typeof import('./workbench');
}

/** In answers what is null is left out, which the document of the contract cannot say. */
const answered = (changed: PageChanged) => changed as unknown as Answered;

function choices(spoken: SiteLanguages, current: string): Choice[] {
  const tags = [spoken.main, ...spoken.further.map(({ language }) => language)];
  return tags.map((tag) => ({ name: spoken.known.find(({ language }) => language === tag)?.name ?? tag, isCurrent: tag === current }));
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
  const client = useQueryClient();
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
    const from = journal.unsaved ?? { editor: journal.editor, version: page.version, project: page.content.project, pending: [] };
    const open = async () => {
      const [bench, spoken] = await Promise.all([import('./workbench'), client.ensureQueryData(queries.languages(page.service_id))]);
      if (gone || !container.current) return;
      const { Autosaver, PageSync, createEngine } = bench;
      const engine: Engine = createEngine({
        container: container.current,
        project: PageSync.project(from),
        stylesheets: page.content.stylesheets ?? [],
        locale: latest.current.locale,
        languages: choices(spoken, page.language),
        t: latest.current.t,
        onEdited: () => opened?.saver.edited(),
        onPickImage: (take) => latest.current.onPickImage(take),
        upload: async (file) => {
          const { url, name, alt, focal_point } = await builder.uploadAsset(page.service_id, file);
          return { src: url, name, alt, focus: focal_point };
        },
        onUploadFailed: (file, failed) => toast(latest.current.t('assets.failed', { name: file.name, reason: asProblem(failed).message }), 'bad'),
      });
      // What loading changes is not the person's doing.
      await engine.settle();
      if (gone) return engine.destroy();
      const saver = new Autosaver({
        sync: new PageSync(from, engine, () => crypto.randomUUID()),
        journal,
        serialize: () => engine.serialize(),
        load: (project) => engine.load(project),
        send: async ({ id, base, changes }, keepalive) => {
          const body = { edit_id: id, editor: journal.editor, changes: changes as PageChanges['changes'] };
          return answered(await builder.changePage(page.id, base, body, keepalive));
        },
        replace: async (project, version) => {
          await builder.savePage(page.id, version, project);
          return builder.page(page.id);
        },
        since: async (version) => answered(await builder.changesSince(page.id, version)),
        read: () => builder.page(page.id),
      });
      opened = { engine, saver, bench };
      setEditing(opened);
    };
    open().catch(setError);
    return () => {
      gone = true;
      setEditing(null);
      opened?.saver.dispose();
      opened?.engine.destroy();
    };
  }, [page, journal, client]);

  return { container, editing, error };
}
