import type { Page, ProjectData } from '@/api/types';

/** Hands the document out as a file, as the last safety net. */
export function downloadProject(page: Pick<Page, 'id' | 'title' | 'slug'>, project: ProjectData) {
  const content = JSON.stringify({ title: page.title, slug: page.slug, content: { project } }, null, 2);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'application/json' }));
  link.download = `jium-${page.slug}-${new Date().toISOString().slice(0, 16).replaceAll(':', '')}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}
