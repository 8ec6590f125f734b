declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
declare module '*.css'
declare module '*.po' {
  export const messages: import('@lingui/core').Messages
}
interface ImportMeta {
  /** Vite: the modules whose path fits, each loaded on its first call. */
  glob(pattern: string): Record<string, () => Promise<unknown>>
  readonly env: { readonly DEV: boolean; readonly PROD: boolean }
}
