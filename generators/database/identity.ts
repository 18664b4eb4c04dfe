/** A user that no node has: what escapes from the container owns nothing there. */
export const databaseUser = 10999;
export const databaseGroup = 10999;
