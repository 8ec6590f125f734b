/**
 * Where to go after signing in: the `next` of the address if it is a path of this site, else the start.
 * Only a path is kept, so that no link can send a person elsewhere (OWASP: unvalidated redirects).
 */
export function nextPath(search: string, origin: string = location.origin): string {
  const next = new URLSearchParams(search).get('next') ?? ''
  if (!/^\/(?![/\\])/.test(next)) return '/'
  const url = new URL(next, origin)
  if (url.origin !== origin || /^\/(sign-in|register)\b/.test(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}

/** The address of a page of the gate that remembers where a person wanted to go. */
export const withNext = (page: '/sign-in' | '/register', wanted: string): string =>
  wanted === '/' || wanted.startsWith(page) ? page : `${page}?next=${encodeURIComponent(wanted)}`
