import type { Sentence } from './sentence.ts'

/** German repetitions. It is Wednesday, 18 November 2026, 15:00. */
export const deRepetitions: Sentence[] = [
  ['Gießen jeden Tag', 'Gießen | 11-18 | FREQ=DAILY'],
  ['Jeden Montag Müll', 'Müll | 11-23 | FREQ=WEEKLY;BYDAY=MO'],
  ['Müll jede Woche am Di um 7:00', 'Müll | 11-24 07:00 | FREQ=WEEKLY;BYDAY=TU'],
  ['Müll alle 2 Wochen am Mo, Do', 'Müll | 11-19 | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH'],
  ['Müll jede zweite Woche', 'Müll | 11-18 | FREQ=WEEKLY;INTERVAL=2'],
  ['Blumen alle 3 Tage', 'Blumen | 11-18 | FREQ=DAILY;INTERVAL=3'],
  ['Blumen alle! 3 Tage', 'Blumen | 11-18 | after FREQ=DAILY;INTERVAL=3'],
  ['Blumen jede! Woche', 'Blumen | 11-18 | after FREQ=WEEKLY'],
  ['Stammtisch jeden 3. Freitag', 'Stammtisch | 11-20 | FREQ=MONTHLY;BYDAY=3FR'],
  ['Stammtisch jeden dritten Freitag im Monat', 'Stammtisch | 11-20 | FREQ=MONTHLY;BYDAY=3FR'],
  ['Bericht jeden letzten Werktag', 'Bericht | 11-30 | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
  ['Bericht jeden Werktag um 9', 'Bericht | 11-19 09:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ['Geburtstag jeden 15. Januar', 'Geburtstag | 2027-01-15 | FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15'],
  ['Miete jeden Monat am 1. bis 30. Juni', 'Miete | 12-01 | FREQ=MONTHLY;BYMONTHDAY=1;UNTIL=20270630'],
  ['Sport jeden Montag und Donnerstag um 18 Uhr', 'Sport | 11-19 18:00 | FREQ=WEEKLY;BYDAY=MO,TH'],
  ['Putzen jede Woche ab 1. Februar', 'Putzen | 2027-02-01 | FREQ=WEEKLY'],
  ['Dehnen täglich um 9', 'Dehnen | 11-19 09:00 | FREQ=DAILY'],
  ['Chor montags 19 Uhr', 'Chor | 11-23 19:00 | FREQ=WEEKLY;BYDAY=MO'],
  ['Kurs jeden Dienstag 5-mal', 'Kurs | 11-24 | FREQ=WEEKLY;BYDAY=TU;COUNT=5'],
]
