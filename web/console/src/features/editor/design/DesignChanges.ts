/** What is put in the place of a style sheet's value; null takes it back. */
export type Changes = Record<string, string | null>;

export interface DesignState {
  /** Made here and not yet known to be kept. */
  pending: Changes;
  error: unknown;
}

const PAUSE = 400;

/** Sends changes of colours and typefaces a moment after they are made, one request at a time; what fails waits for the next. */
export class DesignChanges {
  private state: DesignState = { pending: {}, error: null };
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;

  constructor(private readonly send: (changes: Changes) => Promise<void>) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = () => this.state;

  change(name: string, value: string | null) {
    this.become({ pending: { ...this.state.pending, [name]: value } });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), PAUSE);
  }

  /** Sends at once what is not sent yet; false when it could not be kept. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    await this.sending;
    const sent = this.state.pending;
    if (Object.keys(sent).length === 0) return true;
    this.sending = this.send(sent).then(
      () => this.become({ pending: without(this.state.pending, sent), error: null }),
      (error: unknown) => this.become({ error }),
    );
    await this.sending;
    this.sending = null;
    return this.state.error === null;
  }

  /** Gives up what could not be kept. */
  discard() {
    clearTimeout(this.timer);
    this.become({ pending: {}, error: null });
  }

  private become(change: Partial<DesignState>) {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** What was changed again while it was on its way stays. */
function without(pending: Changes, sent: Changes): Changes {
  return Object.fromEntries(Object.entries(pending).filter(([name, value]) => !(name in sent) || sent[name] !== value));
}
