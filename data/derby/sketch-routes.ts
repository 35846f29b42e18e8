/** Part of a road: a street name of NaPTAN, and the localities to take it from where the name occurs in several. */
export type Stretch = { street: string; localities?: string[] }
export type Route = { class: 'main' | 'local'; stretches: Stretch[] }

const route =
  (kind: Route['class']) =>
  (...stretches: (Stretch | string)[]): Route => ({
    class: kind,
    stretches: stretches.map((stretch) => (typeof stretch === 'string' ? { street: stretch } : stretch)),
  })

const main = route('main')
const local = route('local')
const within = (street: string, ...localities: string[]): Stretch => ({ street, localities })

/** The roads of the sketch: the ways in and out of the city, the ring, and the roads between the estates that have stops enough. */
export const routes: Route[] = [
  main('Friar Gate', 'Ashbourne Road'),
  main('Queen Street', 'King Street', 'Duffield Road'),
  main('Kedleston Road'),
  main('Mansfield Road'),
  main('Alfreton Road'),
  main(
    'Derwent Street',
    'Eastgate',
    within('Nottingham Road', 'Chaddesden', 'Spondon'),
    within('Derby Road', 'Chaddesden', 'Spondon'),
  ),
  main('London Road', 'Shardlow Road'),
  main(
    'Osmaston Road',
    'Chellaston Road',
    within('Derby Road', 'Shelton Lock', 'Chellaston - Derby'),
    'Swarkestone Road',
  ),
  main('Normanton Road'),
  main('Burton Road', 'Pastures Hill', 'Rykneld Road'),
  main('Uttoxeter New Road', within('Uttoxeter Road', 'Mickleover')),
  main('Kingsway', 'Manor Road', 'Warwick Avenue', 'Village Street', 'Osmaston Park Road', 'Harvey Road', 'Raynesway'),
  main('Stenson Road'),
  main('Sinfin Lane'),
  main('Pride Parkway'),
  local('Wardwick', 'Victoria Street', 'Albert Street'),
  local('Morledge', 'Corporation Street', 'Full Street'),
  local('Traffic Street'),
  local('Railway Terrace'),
  local('Abbey Street'),
  local('Allestree Lane'),
  local('Ascot Drive'),
  local('Birchover Way'),
  local('Bishops Drive'),
  local('Blagreaves Lane'),
  local('Boulton Lane'),
  local('Broadway'),
  local('Chaddesden Lane'),
  local(within('Dale Road', 'Spondon')),
  local('Derwent Parade'),
  local('Grampian Way'),
  local('Ladybank Road'),
  local('Littleover Lane'),
  local('Morley Road'),
  local('Prince Charles Avenue'),
  local('Radbourne Lane'),
  local('Sinfin Avenue'),
  local(within('Station Road', 'Mickleover')),
  local('Stockbrook Street'),
  local('Victory Road'),
  local('Western Road'),
  local('Willowcroft Road'),
  local('Wilmore Road'),
  local('Wood Road'),
]
