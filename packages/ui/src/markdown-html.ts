import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

/**
 * CommonMark with GitHub's tables, strikethrough, task lists and bare links, as HTML.
 * Markup in the source is shown as text and only http, https, mailto and relative addresses become links (micromark's
 * safe mode); links leave without an opener; a picture becomes a link to it, so that reading notes fetches nothing.
 */
export function html(source: string): string {
  const safe = micromark(source, { extensions: [gfm()], htmlExtensions: [gfmHtml()] })
  return safe
    .replace(/<img src="([^"]*)" alt="([^"]*)"[^>]*>/g, (_, src, alt) => `<a href="${src}">${alt || src}</a>`)
    .replaceAll('<a href="', '<a rel="noopener noreferrer nofollow" target="_blank" href="')
    .replaceAll('<table>', '<table tabindex="0">')
}
