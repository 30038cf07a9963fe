export interface VideoSource {
  provider: 'ytnc' | 'vi' | 'so';
  videoId: string;
  src: string;
}

/** Where a pasted address plays from; YouTube through its host without cookies. */
export function videoSource(address: string): VideoSource {
  const text = address.trim();
  const youtube = /(?:youtube(?:-nocookie)?\.com\/(?:watch\?(?:.*&)?v=|embed\/|shorts\/)|youtu\.be\/)([\w-]{6,20})/.exec(text);
  if (youtube?.[1]) return { provider: 'ytnc', videoId: youtube[1], src: '' };
  const vimeo = /vimeo\.com\/(?:video\/)?(\d{5,14})/.exec(text);
  if (vimeo?.[1]) return { provider: 'vi', videoId: vimeo[1], src: '' };
  return { provider: 'so', videoId: '', src: /^(https?:\/\/|\/(?!\/))/.test(text) ? text : '' };
}

export function videoAddress(provider: unknown, videoId: unknown, src: unknown): string {
  if ((provider === 'yt' || provider === 'ytnc') && videoId) return `https://youtu.be/${String(videoId)}`;
  if (provider === 'vi' && videoId) return `https://vimeo.com/${String(videoId)}`;
  return typeof src === 'string' && !src.startsWith('data:') ? src : '';
}
