import { diskOf, lastBackup } from '../storage.ts'
import { askedGauge, type Metrics } from './metrics.ts'

/** The disk of the data folder, and how old the last backup is. What is not known here is left out. */
export function measureStorage(dataDir: string, metrics: Metrics): void {
  const free = { name: 'doable_disk_free_bytes', help: 'Room that is left on the disk of the data folder.' }
  askedGauge(metrics, free, async (gauge) => {
    const disk = await diskOf(dataDir)
    if (disk) gauge.set(disk.free)
  })
  const size = { name: 'doable_disk_size_bytes', help: 'How large the disk of the data folder is.' }
  askedGauge(metrics, size, async (gauge) => {
    const disk = await diskOf(dataDir)
    if (disk) gauge.set(disk.size)
  })
  const name = 'doable_backup_last_success_timestamp_seconds'
  const help = 'When the last good backup ended, as Unix time; 0 where none is known to this process.'
  askedGauge(metrics, { name, help }, async (gauge) => {
    const at = await lastBackup(dataDir)
    gauge.set(at ? at.getTime() / 1000 : 0)
  })
}
