import { expect, test } from 'vitest'
import { anchorsOf, blocksOf, linksOf } from './markdown.ts'
import { deadLinks, wrongCommands } from './papers.ts'

const fence = '```'

test('a block has its lines, its words and what stands in it; an indented one loses its indent', () => {
  const text = `# One\n\n${fence}sh run\nls\n\n# no heading\n${fence}\n\n- two\n  ${fence}json\n  {}\n  ${fence}\n`
  expect(blocksOf(text)).toEqual([
    { line: 3, endLine: 7, language: 'sh', words: ['run'], text: 'ls\n\n# no heading\n' },
    { line: 10, endLine: 12, language: 'json', words: [], text: '{}\n' },
  ])
  expect([...anchorsOf(text)]).toEqual(['one'])
})

test('a block in a longer fence may hold a shorter one', () => {
  expect(blocksOf(`~~~~md\n${fence}sh\n${fence}\n~~~~\n`)).toMatchObject([{ text: `${fence}sh\n${fence}\n` }])
})

test('headings are found as GitHub names them, twice the same one by number', () => {
  const text =
    '## What `npm start` does, and why\n## Same\n## Same\n### [A link](x.md) – here\n<a id="own"></a>\n'
  expect([...anchorsOf(text)]).toEqual([
    'what-npm-start-does-and-why',
    'same',
    'same-1',
    'a-link--here',
    'own',
  ])
})

test('links are found in text, pictures, definitions and HTML, and not in code', () => {
  const text = [
    'See [a](a.md), ![b](b.png "B") and `[c](c.md)`.',
    '[![d](d.png)](e.md)',
    '[f]: f.md',
    '<img src="g.png">',
    fence,
    '[h](h.md)',
    fence,
  ].join('\n')
  expect(
    linksOf(text)
      .map(({ target }) => target)
      .sort(),
  ).toEqual(['a.md', 'b.png', 'd.png', 'e.md', 'f.md', 'g.png'])
})

test('a block of commands says whether it is run', () => {
  const text = (info: string) => `${fence}${info}\nls\n${fence}\n`
  const guide = 'docs/guides/some.md'
  for (const info of ['sh run', 'sh elsewhere', 'ts run', 'text', 'json', 'nginx', ''])
    expect(wrongCommands(guide, text(info))).toEqual([])
  for (const info of ['sh', 'sh perhaps', 'bash', 'bash run', 'ts'])
    expect(wrongCommands(guide, text(info))).toHaveLength(1)
  expect(wrongCommands('STYLE.md', text('ts'))).toEqual([])
  expect(wrongCommands('ops/some/README.md', text('sh'))).toHaveLength(1)
})

test('a link leads to a file of the repository and to a heading in it', () => {
  const wrong = (target: string) => deadLinks('docs/guides/some.md', `[x](${target})`)
  for (const good of ['../../README.md', '../../README.md#measured', '../api', 'https://example.org/none'])
    expect(wrong(good)).toEqual([])
  for (const bad of ['none.md', '../../README.md#nowhere', '/README.md', '../../../../etc/hosts'])
    expect(wrong(bad)).toHaveLength(1)
})
