import { Counter, Histogram } from 'prom-client'
import type { Sequelize } from 'sequelize'
import { askedGauge, type Metrics } from './metrics.ts'

type Pool = { size: number; available: number; using: number; waiting: number }
type Manager = { pool?: Pool; getConnection(options?: unknown): Promise<unknown> }

/** Time and failures of statements, and how many connections the pool has and how many wait for one. */
export function measureDatabase(db: Sequelize, metrics: Metrics): void {
  const duration = new Histogram({
    name: 'doable_sql_duration_seconds',
    help: 'How long a statement took, waiting for a connection included.',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [metrics],
  })
  const failed = new Counter({
    name: 'doable_sql_errors_total',
    help: 'Statements that failed, broken rules of the data among them.',
    registers: [metrics],
  })
  const query = db.query.bind(db) as (sql: unknown, options?: unknown) => Promise<unknown>
  const measured = async (sql: unknown, options?: unknown) => {
    const since = performance.now()
    try {
      return await query(sql, options)
    } catch (error) {
      failed.inc()
      throw error
    } finally {
      duration.observe((performance.now() - since) / 1000)
    }
  }
  db.query = measured as typeof db.query
  measurePool(db, metrics)
}

function measurePool(db: Sequelize, metrics: Metrics): void {
  const wait = new Histogram({
    name: 'doable_sql_connection_wait_seconds',
    help: 'How long a statement or transaction waited for a connection.',
    buckets: [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 15],
    registers: [metrics],
  })
  const manager = db.connectionManager as unknown as Manager
  const get = manager.getConnection.bind(manager)
  manager.getConnection = async (options) => {
    const since = performance.now()
    try {
      return await get(options)
    } finally {
      wait.observe((performance.now() - since) / 1000)
    }
  }
  const { pool } = manager
  const about = {
    name: 'doable_sql_connections',
    help: 'Connections of the pool, and callers that wait.',
    labelNames: ['state'],
  }
  askedGauge(metrics, about, (gauge) => {
    for (const state of ['using', 'available', 'waiting'] as const)
      if (typeof pool?.[state] === 'number') gauge.set({ state }, pool[state])
  })
}
