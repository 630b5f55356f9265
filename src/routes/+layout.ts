/** Pages are read, not run: no script of the framework is sent, every link and form is a plain one. */
export const csr = false;
