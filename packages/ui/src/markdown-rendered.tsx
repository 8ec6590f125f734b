import { useMemo } from 'react'
import { html } from './markdown-html.ts'

export default function Rendered({ source }: { source: string }) {
  const safe = useMemo(() => html(source), [source])
  // biome-ignore lint/security/noDangerouslySetInnerHtml: markdown-html lets no markup of the source through
  return <div dangerouslySetInnerHTML={{ __html: safe }} />
}
