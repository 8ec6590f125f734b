const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand in HTML, within an attribute's quotes too. */
export const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '')

type Page = { language: string; title: string; body: string; style?: string }

/** A page in the reader's own colours, light or dark. `body` is HTML, all else text. */
export const page = ({ language, title, body, style }: Page): string => `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(title)}</title>${style ? `<style>${style}</style>` : ''}
</head>
${body}
</html>
`
