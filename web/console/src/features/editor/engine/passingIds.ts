import type { Component, Editor } from 'grapesjs';
import type { ProjectData } from '@/api/types';

interface Part {
  uid?: string;
  attributes?: Record<string, unknown>;
  components?: Part[];
  selectors?: unknown[];
}

/**
 * Takes out the ids that GrapesJS prints for parts that were only looked at: selecting one prepares an empty rule for it, and
 * with the rule goes an id. An id that the author gave, or that a rule of the project needs, stays.
 */
export function dropPassingIds(project: ProjectData, editor: Editor) {
  const { styles = [], pages = [] } = project as { styles?: Part[]; pages?: { frames?: { component?: Part }[] }[] };
  const styled = new Set(styles.flatMap((rule) => rule.selectors ?? []).map((selector) => (typeof selector === 'string' ? selector : '')));
  const own = new Set<unknown>();
  editor.getWrapper()?.onAll((component: Component) => {
    if ((component.get('attributes') as Record<string, unknown> | undefined)?.id !== undefined) own.add(component.get('uid' as never));
  });
  const visit = (part: Part) => {
    const id = part.attributes?.id;
    if (typeof id === 'string' && !own.has(part.uid) && !styled.has(`#${id}`)) {
      delete part.attributes?.id;
      if (Object.keys(part.attributes ?? {}).length === 0) delete part.attributes;
    }
    part.components?.forEach(visit);
  };
  const body = pages[0]?.frames?.[0]?.component;
  if (body) visit(body);
}
