const sessions = new Map();
