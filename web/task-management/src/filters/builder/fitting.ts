import { fold } from '@doable/domain/fold'

const most = 50

/** The offers that fit what was typed, those that begin with it first; all of them for nothing or for one of them. */
export function fitting(offers: readonly string[], typed: string): readonly string[] {
  const words = fold(typed.trim())
  const is = (offer: string) => fold(offer) === words
  if (words === '' || offers.some(is)) return offers.filter((offer) => !is(offer)).slice(0, most)
  const begins = offers.filter((offer) => fold(offer).startsWith(words))
  const holds = offers.filter((offer) => !fold(offer).startsWith(words) && fold(offer).includes(words))
  return [...begins, ...holds].slice(0, most)
}
