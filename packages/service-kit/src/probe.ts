// node packages/service-kit/src/probe.ts: ends well where the process on this machine can do its work, as a container's health check.
const answer = await fetch(`http://127.0.0.1:${process.env.PORT || 3000}/health/ready`, {
  signal: AbortSignal.timeout(3_000),
})
if (!answer.ok) console.error(await answer.text())
process.exit(answer.ok ? 0 : 1)
