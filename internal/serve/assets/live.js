// The socket over which the server tells of new revisions.
import {announce, $} from './dom.js'

let socket, waiting, tries = 0, wasLost = false

// follow tells heard of every revision of a report, from now on of this one
// alone, and whether it is the first since the connection was lost.
export function follow(report, heard) {
  clearTimeout(waiting)
  if (socket) socket.onclose = socket.onmessage = null
  socket?.close()
  const mine = socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/live?report=${encodeURIComponent(report)}`)
  mine.onopen = () => {
    tries = 0
    say('on', '已连接')
    if (wasLost) announce('连接已恢复')
  }
  mine.onmessage = ({data}) => {
    const isBack = wasLost
    wasLost = false
    heard(JSON.parse(data).revision, isBack)
  }
  mine.onclose = () => {
    say('off', '连接断了，正在重连')
    if (!wasLost) announce('连接断了，正在重连')
    wasLost = true
    waiting = setTimeout(() => follow(report, heard), Math.min(3000, 250 * 2 ** tries++))
  }
}

function say(state, text) {
  $('connection').dataset.state = state
  $('connection').textContent = text
  $('lost').hidden = state === 'on'
}

addEventListener('online', () => socket?.readyState > 1 && socket.onclose?.())
