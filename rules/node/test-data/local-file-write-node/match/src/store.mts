store.appendFile('data/x', 'y');

