/** The door of work: jobs over threads. What a job computes is not known here. */
export { inOrder, openPool, type Pool } from './pool.js';
export { type Done, serveOrders } from './thread.js';
