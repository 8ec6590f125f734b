import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hues } from './hue.ts'

type Rgb = [number, number, number]
const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')

/** The two colours of a `light-dark()` token, as linear sRGB. */
function colors(token: string): { light: Rgb; dark: Rgb } {
  const pair = /^light-dark\((#\w+|oklch\([^)]+\)), (#\w+|oklch\([^)]+\))\)$/
  const value = new RegExp(`--${token}: ([^;]+);`).exec(css)?.[1] ?? ''
  const [, light, dark] = pair.exec(value) ?? []
  if (!light || !dark) throw new Error(`--${token} is not a pair of colours: ${value}`)
  return { light: linear(light), dark: linear(dark) }
}

function linear(color: string): Rgb {
  if (!color.startsWith('#')) return fromOklch(color.match(/[\d.]+/g)?.map(Number) as Rgb)
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
  return channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as Rgb
}

/** CSS Color 4, section 9.2: OKLab to linear sRGB. */
function fromOklch([lightness, chroma, hue]: Rgb): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: Rgb, other: Rgb): number {
  const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const surfaces = ['bg', 'subtle', 'hover', 'selected']
const texts = ['text', 'muted', 'accent', 'p1', 'p2', 'p3', ...hues.map((hue) => `hue-${hue}`)]

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(texts)('%s is readable on every surface (WCAG 1.4.3: 4.5)', (text) => {
    for (const surface of surfaces)
      expect(contrast(colors(text)[theme], colors(surface)[theme]), surface).toBeGreaterThanOrEqual(4.5)
  })

  test('words on a primary button are readable', () => {
    expect(contrast(colors('accent')[theme], colors('on-accent')[theme])).toBeGreaterThanOrEqual(4.5)
  })

  test('borders of controls can be seen where controls stand (WCAG 1.4.11: 3)', () => {
    expect(contrast(colors('control')[theme], colors('bg')[theme])).toBeGreaterThanOrEqual(3)
  })

  test.each(hues)('%s can be shown by every screen (sRGB)', (hue) => {
    for (const channel of colors(`hue-${hue}`)[theme]) {
      expect(channel).toBeGreaterThan(-0.0005)
      expect(channel).toBeLessThan(1.0005)
    }
  })
})
