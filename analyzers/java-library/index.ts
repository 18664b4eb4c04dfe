import type { Analyzer } from '../analyzer.js';
import { deriveEndOfLife, deriveProducts, isFramework } from './frameworks.js';
import { deriveRuntimeFloor, deriveServer, deriveServletApi } from './servers.js';
import { deriveDataSources, deriveServices, deriveSessionStore } from './services.js';
import { title } from './texts.js';

/**
 * What the libraries of a Java component mean, whoever found them (Maven, Gradle, Ant, an archive): frameworks, servers,
 * APIs, databases, and what of it has reached its end of life. It reads no files.
 */
export const javaLibraryAnalyzer: Analyzer = {
  id: 'java-library',
  title: title(),
  files: [],
  analyze: () => ({ facts: [], problems: [] }),
  derive: (component) => {
    const products = deriveProducts(component);
    return [
      ...products.filter(isFramework),
      ...deriveEndOfLife(component, products),
      ...deriveServer(component),
      ...deriveServletApi(component),
      ...deriveRuntimeFloor(component),
      ...deriveDataSources(component),
      ...deriveServices(component),
      ...deriveSessionStore(component),
    ];
  },
};
