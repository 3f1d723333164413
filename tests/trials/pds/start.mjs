// A directory (PLC) and a server of records (PDS) of atproto, in memory, until whoever started them closes the pipe.
import { TestNetworkNoAppView } from '@atproto/dev-env'

const network = await TestNetworkNoAppView.create({})
console.log(JSON.stringify({ pds: network.pds.url, plc: network.plc.url }))
process.stdin.on('end', () => network.close().then(() => process.exit(0)))
process.stdin.resume()
