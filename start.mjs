// What every npm script runs first. Whatever Node started it: this file keeps to words that Node 12 reads,
// so that an old Node says what is wrong instead of showing a syntax error.
var major = Number(process.versions.node.split('.')[0])

if (major < 20) {
  console.error(
    'Doable needs Node 20 or newer, and this is Node ' +
      process.versions.node +
      '. Install a newer one from https://nodejs.org and run the same command again.',
  )
  process.exit(1)
}

import('./scripts/start/start.mjs').then((module) => module.start(process.argv.slice(2)))
