/** The IANA name as the zone database writes it: `europe/berlin` becomes `Europe/Berlin`. */
export const canonicalZone = (zone: string): string => Temporal.Now.zonedDateTimeISO(zone).timeZoneId
