/** Like `fetch`, for a form whose sending is to be seen: `fetch` cannot tell how far it is. */
export function sendForm(
  url: string,
  headers: Record<string, string>,
  { method, body }: { method: string; body: FormData },
  onSent: (part: number) => void,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open(method, url);
    for (const [name, value] of Object.entries(headers)) call.setRequestHeader(name, value);
    call.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable && total > 0) onSent(loaded / total);
    };
    call.onload = () => resolve(new Response(call.status === 204 ? null : call.responseText, { status: call.status, headers: received(call) }));
    call.onerror = () => reject(new TypeError('No answer'));
    call.send(body);
  });
}

function received(call: XMLHttpRequest): Headers {
  const headers = new Headers();
  for (const line of call.getAllResponseHeaders().trim().split(/[\r\n]+/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return headers;
}
