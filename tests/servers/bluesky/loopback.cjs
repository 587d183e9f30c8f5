// Loaded before the servers: whatever would listen on every interface listens on 127.0.0.1.
const { Server } = require('node:net')

const HERE = '127.0.0.1'
const EVERYWHERE = [undefined, null, '', '0.0.0.0', '::']
const isPort = (value) => typeof value === 'number' || /^\d+$/.test(String(value))
const listen = Server.prototype.listen

Server.prototype.listen = function (where, ...more) {
  if (where && typeof where === 'object' && where.port !== undefined) {
    const host = EVERYWHERE.includes(where.host) ? HERE : where.host
    return listen.call(this, { ...where, host }, ...more)
  }
  if (isPort(where) && typeof more[0] !== 'string') return listen.call(this, where, HERE, ...more)
  return listen.call(this, where, ...more)
}
