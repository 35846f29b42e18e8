import type { Operation } from '../shared-schema.ts'

export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This API as an OpenAPI 3.1 document',
    answer: 'application/json',
  },
  { method: 'get', path: '/api/docs', summary: 'This API as a page to read', answer: 'text/html' },
]
