/** The name under which a page that is laid over the window says so to the sheets that open from it. */
export const liesOver = Symbol('lies over');
