/** Brings Temporal to browsers that lack it; awaited before anything reckons with days. Others load nothing. */
export async function ensureTemporal(): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
}
