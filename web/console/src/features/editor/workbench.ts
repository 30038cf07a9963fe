/** What there is only once the editor has opened: it is loaded with the engine, and together with it. */
export { Autosaver } from './autosave/Autosaver';
export { CollisionDialog } from './CollisionDialog';
export { ConflictDialog } from './ConflictDialog';
export { createEngine } from './engine/create';
export { HistoryDialog } from './history/HistoryDialog';
export { AssetLibrary } from './library/AssetLibrary';
export { HelpDialog } from './panels/HelpDialog';
export { LeftPanel } from './panels/LeftPanel';
export { RightPanel } from './panels/RightPanel';
export { WritingBar } from './panels/WritingBar';
export { PageSync } from './sync/PageSync';
