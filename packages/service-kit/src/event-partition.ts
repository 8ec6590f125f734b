import { crc32 } from 'node:zlib'

/**
 * How many streams all events are spread over, and so how many replicas of a service can handle events at the same
 * time. Changing it is safe only while nothing is pending: a scope must not be in two streams at once.
 */
export const partitions = 4

/** Events of one scope are in one stream, in order. */
export const partitionOf = (scopeId: string): number => crc32(scopeId) % partitions

/** All keys of events carry one hash tag, so that Redis Cluster keeps them together. */
export const partitionStream = (partition: number): string => `doable:{events}:${partition}`
