import grapesjs, { type Editor } from 'grapesjs';
import 'grapesjs/dist/css/grapes.min.css';
import english from 'grapesjs/locale/en.mjs';
import type { ProjectData } from '@/api/types';
import type { Locale } from '@/i18n/locale';
import { blockContent, blocks } from './blocks';
import './engine.css';
import { groundCss } from './ground';
import { Engine, type EngineEvents } from './Engine';
import { korean } from './korean';
import { standIns } from './standIns';

export interface CreateOptions extends EngineEvents {
  container: HTMLElement;
  project: ProjectData;
  /** Style sheets that the page brings along as files; it stands on them alone then. */
  stylesheets: string[];
  locale: Locale;
  /** Stores a picture that was dropped on the canvas and answers its address. */
  upload: (file: File) => Promise<string>;
}

/** Only in the canvas: a hint where an empty holder is. */
const canvasCss = `
  .jm-column:empty, .jm-inner:empty, .jm-links:empty { min-height: 64px; outline: 1px dashed #b9ae9f; outline-offset: -1px; }
  .jm-stand-in { display: grid; place-items: center; width: 100%; height: 100%; min-height: 120px; background: #e6dfd4; color: #5b5349; font-size: 15px; }
`;

export function createEngine(options: CreateOptions): Engine {
  const { container, project, stylesheets, locale, t } = options;
  const editor = grapesjs.init({
    container,
    height: '100%',
    width: '100%',
    telemetry: false,
    cssIcons: '',
    storageManager: false,
    noticeOnUnload: false,
    showOffsets: true,
    projectData: project as Parameters<Editor['loadProjectData']>[0],
    panels: { defaults: [] },
    showDevices: false,
    protectedCss: '',
    canvas: { styles: stylesheets, frameStyle: stylesheets.length > 0 ? canvasCss : groundCss + canvasCss },
    i18n: { locale, localeFallback: 'en', detectLocale: false, messages: { en: english, ko: korean } },
    deviceManager: {
      default: 'desktop',
      devices: [
        { id: 'desktop', name: 'desktop', width: '' },
        { id: 'tablet', name: 'tablet', width: '768px', widthMedia: '768px' },
        { id: 'phone', name: 'phone', width: '390px', widthMedia: '480px' },
      ],
    },
    blockManager: {
      custom: true,
      blocks: blocks.map(({ id, group }) => ({ id, label: t(`block.${id}`), category: group, content: blockContent(id, t) })),
    },
    layerManager: { custom: true },
    traitManager: { custom: true },
    selectorManager: { custom: true, componentFirst: true },
    styleManager: { custom: true },
    assetManager: {
      embedAsBase64: false,
      upload: false,
      dropzone: false,
      custom: {
        open: (props: { select: (asset: { src: string }, complete?: boolean) => void; close: () => void }) =>
          options.onPickImage((image) => {
            props.select({ src: image.src }, true);
            props.close();
          }),
        close: () => undefined,
      },
      uploadFile: (event, done, about) => dropped(options.upload, event, done, about?.file),
    },
    richTextEditor: { custom: true },
    undoManager: { trackSelection: false },
    parser: { optionsHtml: { allowScripts: false, allowUnsafeAttr: false, allowUnsafeAttrValue: false } },
    plugins: [standIns(t)],
  });
  withoutSingleKeys(editor);
  editor.onReady(() => editor.Canvas.getFrameEl()?.setAttribute('title', t('canvas')));
  const engine = new Engine(editor, options);
  editor.Keymaps.add('jium:write', 'enter', () => engine.write(), { prevent: true });
  return engine;
}

async function dropped(
  upload: (file: File) => Promise<string>,
  event: DragEvent,
  done: ((result: { data: string[] }) => void) | undefined,
  given: File | undefined,
) {
  const files = given ? [given] : [...(event.dataTransfer?.files ?? [])];
  const urls: string[] = [];
  for (const file of files.filter((entry) => entry.type.startsWith('image/'))) urls.push(await upload(file));
  if (urls.length > 0) done?.({ data: urls });
}

/** GrapesJS walks the tree with plain s, w, d and a, which steals letters from whoever types. */
function withoutSingleKeys(editor: Editor) {
  for (const id of ['core:component-next', 'core:component-prev', 'core:component-enter', 'core:component-exit']) editor.Keymaps.remove(id);
}
