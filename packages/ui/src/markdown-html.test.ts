import { expect, test } from 'vitest'
import { html } from './markdown-html.ts'

/** What a browser would make of it. */
const parsed = (source: string) => {
  const template = document.createElement('template')
  template.innerHTML = html(source)
  return template.content
}

test('tables, strikethrough, task lists and bare links are understood', () => {
  const found = parsed('| a |\n|-|\n| b |\n\n~~gone~~ https://example.org\n\n- [x] done')
  expect([...found.querySelectorAll('table, del, a, input')].map((each) => each.localName)).toEqual([
    'table',
    'del',
    'a',
    'input',
  ])
})

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '[a](javascript:alert(1))',
  '[a](  JaVaScRiPt:alert(1))',
  '[a](data:text/html,<script>alert(1)</script>)',
  '![a](javascript:alert(1))',
  '![" onerror="alert(1)](x)',
  '![a](x "t" onerror=alert(1))',
  '<a href="javascript:alert(1)">a</a>',
  '[a](https://e.org" onclick="alert(1))',
  '| a |\n|-|\n| <img src=x onerror=alert(1)> |',
  '[^1]\n\n[^1]: <iframe src=javascript:alert(1)>',
])('nothing of %s runs', (source) => {
  const elements = [...parsed(source).querySelectorAll('*')]
  expect(elements.filter((each) => /^(script|img|svg|iframe|object|style)$/.test(each.localName))).toEqual([])
  const attributes = elements.flatMap((each) => [...each.attributes])
  expect(attributes.filter(({ name }) => name.startsWith('on'))).toEqual([])
  expect(
    attributes.filter(({ name, value }) => name === 'href' && /^\s*(javascript|data):/i.test(value)),
  ).toEqual([])
})

test('a link leaves without an opener, and a picture is only a link to it', () => {
  const links = [...parsed('[a](https://a.org) ![b](https://b.org/p.png)').querySelectorAll('a')]
  expect(links.map((link) => [link.textContent, link.href, link.rel])).toEqual([
    ['a', 'https://a.org/', 'noopener noreferrer nofollow'],
    ['b', 'https://b.org/p.png', 'noopener noreferrer nofollow'],
  ])
})
