/** Works outside secure contexts too, where `crypto.randomUUID` is missing. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A call that got no answer may have been carried out: pressing the button again must repeat it with the same key. */
class IdempotencyKeys {
  private readonly open = new Map<string, string>();
  private readonly forms = new WeakMap<FormData, string>();

  keyFor(path: string, body: unknown): string {
    const call = this.call(path, body);
    const known = this.open.get(call);
    if (known) return known;
    const key = randomKey();
    this.open.set(call, key);
    return key;
  }

  settled(path: string, body: unknown) {
    this.open.delete(this.call(path, body));
  }

  private call(path: string, body: unknown): string {
    if (!(body instanceof FormData)) return `${path} ${JSON.stringify(body ?? null)}`;
    let name = this.forms.get(body);
    if (!name) {
      name = randomKey();
      this.forms.set(body, name);
    }
    return `${path} ${name}`;
  }
}

export const idempotencyKeys = new IdempotencyKeys();
