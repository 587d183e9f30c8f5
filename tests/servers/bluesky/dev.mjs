// The Bluesky reference servers on this computer: directory, account server, app view, moderation.
// Started in the folder that holds node_modules. Ports come as JSON in PORTS; when all stand, one
// line of JSON with their addresses is printed. Ends with standard input, or when told to.
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

process.env.LOG_ENABLED ??= 'false'
const installed = createRequire(process.cwd() + '/')
const kit = pathToFileURL(installed.resolve('@atproto/dev-env')).href
const { TestNetwork } = await import(kit)

const ports = JSON.parse(process.env.PORTS)
const network = await TestNetwork.create({
  dbPostgresSchema: 'bsky',
  plc: { port: ports.plc },
  pds: {
    port: ports.pds,
    hostname: 'localhost',
    enableDidDocWithSession: true,
    rateLimitsEnabled: true,
    bskyAppViewCdnUrlPattern: `http://localhost:${ports.bsky}/img/%s/plain/%s/%s@jpeg`,
  },
  bsky: { port: ports.bsky, publicUrl: `http://localhost:${ports.bsky}` },
  ozone: { port: ports.ozone },
})

let ending = false
const end = async () => {
  if (ending) return
  ending = true
  setTimeout(() => process.exit(0), 5000).unref()
  await network.close().catch(() => {})
  process.exit(0)
}
process.on('SIGINT', end)
process.stdin.on('end', end).resume()
console.log(JSON.stringify({ pds: network.pds.url, bsky: network.bsky.url, plc: network.plc.url }))
