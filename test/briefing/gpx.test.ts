import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeXml, toGpx } from '../../server/briefing/gpx.ts'

test('a GPX has its parts in the order of the schema, and coordinates to six decimals', () => {
  const point = { longitude: -1.4766004, latitude: 52.9, name: 'P-1 “A & B”', description: '<near>' }
  const gpx = toGpx({
    name: 'Visits',
    description: 'OFFICIAL-SENSITIVE',
    time: '2023-07-11T12:00:00.000Z',
    waypoints: [point],
    route: [point],
    outlines: [
      {
        name: 'A',
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [-1, 52],
              [-1.1, 52],
              [-1.1, 52.1],
              [-1, 52],
            ],
          ],
        },
      },
    ],
  })

  expect(gpx).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="place-risk" xmlns="http://www.topografix.com/GPX/1/1">
<metadata><name>Visits</name><desc>OFFICIAL-SENSITIVE</desc><time>2023-07-11T12:00:00.000Z</time></metadata>
<wpt lat="52.900000" lon="-1.476600"><name>P-1 “A &amp; B”</name><desc>&lt;near&gt;</desc></wpt>
<rte><name>Visits</name>
<rtept lat="52.900000" lon="-1.476600"><name>P-1 “A &amp; B”</name><desc>&lt;near&gt;</desc></rtept>
</rte>
<trk><name>A</name>
<trkseg><trkpt lat="52.000000" lon="-1.000000"/><trkpt lat="52.000000" lon="-1.100000"/><trkpt lat="52.100000" lon="-1.100000"/><trkpt lat="52.000000" lon="-1.000000"/></trkseg>
</trk>
</gpx>
`)
})

test('no text breaks out of its element, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeXml(text)
      expect(escaped).not.toMatch(/[<>"]|&(?!(amp|lt|gt|quot);)/)
      // oxlint-disable-next-line no-control-regex
      expect(escaped).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/)
      expect(Buffer.from(escaped).toString()).toBe(escaped)
    }),
  )
})
