/** The door of work: jobs over threads. What a job computes is not known here. */
export { inOrder, openPool } from './pool.js';
export { serveOrders } from './thread.js';
