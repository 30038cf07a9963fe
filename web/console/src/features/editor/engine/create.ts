import grapesjs, { type Component, type Editor } from 'grapesjs';
import 'grapesjs/dist/css/grapes.min.css';
import english from 'grapesjs/locale/en.mjs';
import type { ProjectData } from '@/api/types';
import type { Locale } from '@/i18n/locale';
import { blockContent, blocks } from './blocks';
import './engine.css';
import { groundCss } from './ground';
import { Engine, type EngineEvents, type PickedImage } from './Engine';
import { korean } from './korean';
import { showPicture } from './pictures';
import { languageSwitch, type Choice } from './languageSwitch';
import { standIns } from './standIns';

export interface CreateOptions extends EngineEvents {
  container: HTMLElement;
  project: ProjectData;
  /** Style sheets that the page brings along as files; it stands on them alone then. */
  stylesheets: string[];
  locale: Locale;
  /** Languages between which visitors of the page can choose. */
  languages: Choice[];
  /** Stores a picture that was dropped on the canvas and answers its address. */
  upload: (file: File) => Promise<PickedImage>;
  onUploadFailed: (file: File, error: unknown) => void;
}

/** Only in the canvas: a hint where an empty holder is. */
const canvasCss = `
  .jm-column:empty, .jm-inner:empty, .jm-links:empty { min-height: 64px; outline: 1px dashed #b9ae9f; outline-offset: -1px; }
  :where(img[src^="/builder/files/"]:not([width])) { max-width: 100%; height: auto; }
  .jm-stand-in { display: grid; place-items: center; width: 100%; height: 100%; min-height: 120px; background: #e6dfd4; color: #5b5349; font-size: 15px; }
  .jm-stand-in-line { min-height: 0; width: auto; padding: 6px 14px; border-radius: 6px; }
  .jm-stand-in-languages { display: inline-block; padding: 4px 10px; border: 1px dashed #948a7e; font-size: 14px; }
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
        open: () => engine.pickImage(),
        close: () => undefined,
      },
      uploadFile: (_event, _done, about) => void dropped(options, about as Dropped | undefined),
    },
    richTextEditor: { custom: true },
    undoManager: { trackSelection: false },
    parser: { optionsHtml: { allowScripts: false, allowUnsafeAttr: false, allowUnsafeAttrValue: false } },
    plugins: [standIns(t), languageSwitch(t, options.languages)],
  });
  withoutSingleKeys(editor);
  editor.onReady(() => editor.Canvas.getFrameEl()?.setAttribute('title', t('canvas')));
  const engine = new Engine(editor, options);
  editor.Keymaps.add('jium:write', 'enter', () => engine.write(), { prevent: true });
  return engine;
}

interface Dropped {
  componentView: { model: Component };
  file: File;
}

/** A picture that was dropped on the canvas has its place there already; it goes again when the file cannot be kept. */
async function dropped({ upload, onUploadFailed }: CreateOptions, about: Dropped | undefined) {
  if (!about) return;
  const { model } = about.componentView;
  try {
    // GrapesJS takes the file's name for what the picture shows.
    model.addAttributes({ alt: '' });
    showPicture(model, await upload(about.file));
  } catch (error) {
    model.remove();
    onUploadFailed(about.file, error);
  }
}

/** GrapesJS walks the tree with plain s, w, d and a, which steals letters from whoever types; and its clipboard ends with the page. */
function withoutSingleKeys(editor: Editor) {
  for (const id of ['core:component-next', 'core:component-prev', 'core:component-enter', 'core:component-exit', 'core:copy', 'core:paste']) editor.Keymaps.remove(id);
}
