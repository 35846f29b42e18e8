/** Where somebody is there for young people, and when. */
export const SAFE_PLACES = [
  {
    kind: 'safe_place',
    name: 'Central library foyer',
    at: [-1.4746, 52.9212],
    days: [0, 1, 2, 3, 4, 5],
    from: '09:00',
    to: '19:00',
    contactRole: 'duty librarian',
  },
  {
    kind: 'guardian',
    name: 'Street wardens, city centre',
    at: [-1.4735, 52.9206],
    days: [4, 5],
    from: '20:00',
    to: '03:00',
    contactRole: 'warden supervisor',
  },
  {
    kind: 'safe_place',
    name: 'Drop-in at the youth centre',
    at: [-1.4868, 52.9163],
    days: [1, 3, 4],
    from: '16:00',
    to: '21:00',
    contactRole: 'duty youth worker',
  },
  {
    kind: 'guardian',
    name: 'Staff of the bus station',
    at: [-1.4713, 52.922],
    days: [0, 1, 2, 3, 4, 5, 6],
    from: '06:00',
    to: '22:00',
    contactRole: 'duty manager',
  },
] as const
