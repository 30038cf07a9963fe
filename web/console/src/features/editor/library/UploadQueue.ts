import type { Asset } from '@/api/types';

export interface Upload {
  id: number;
  file: File;
  state: 'waiting' | 'sending' | 'failed';
  /** How much of it is sent, 0..1. */
  sent: number;
  error: unknown;
}

type Send = (file: File, onSent: (part: number) => void) => Promise<Asset>;

/** Sends files a few at a time; one that fails stays until it is sent again or given up, and keeps nobody back. */
export class UploadQueue {
  private static readonly AT_ONCE = 2;
  private uploads: readonly Upload[] = [];
  private nextId = 1;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly send: Send,
    private readonly onDone: (asset: Asset) => void,
  ) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Those that are not done. */
  readonly snapshot = () => this.uploads;

  add(files: File[]) {
    const added = files.map((file): Upload => ({ id: this.nextId++, file, state: 'waiting', sent: 0, error: null }));
    this.publish([...this.uploads, ...added]);
    this.goOn();
  }

  retry(id: number) {
    this.change(id, { state: 'waiting', sent: 0, error: null });
    this.goOn();
  }

  dismiss(id: number) {
    this.publish(this.uploads.filter((upload) => upload.id !== id));
  }

  private goOn() {
    const sending = this.uploads.filter(({ state }) => state === 'sending').length;
    const next = this.uploads.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, UploadQueue.AT_ONCE - sending));
    for (const upload of next) void this.run(upload);
  }

  private async run({ id, file }: Upload) {
    this.change(id, { state: 'sending' });
    try {
      const asset = await this.send(file, (sent) => this.change(id, { sent }));
      this.dismiss(id);
      this.onDone(asset);
    } catch (error) {
      this.change(id, { state: 'failed', error });
    }
    this.goOn();
  }

  private change(id: number, change: Partial<Upload>) {
    this.publish(this.uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }

  private publish(uploads: readonly Upload[]) {
    this.uploads = uploads;
    for (const listener of this.listeners) listener();
  }
}
