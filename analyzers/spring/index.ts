import type { Project, SourceFile } from '../../workspace/project.js';
import type { Analyzer } from '../analyzer.js';
import { createFactCollector, type FactCollector } from '../fact-collector.js';
import { createSettingLookup, mavenProperties } from '../java-placeholders.js';
import { isTestPath, settingFiles } from '../java-settings.js';
import { unitOfFile } from '../java-unit.js';
import { deriveBoot } from './derive.js';
import { by, type UnitTarget } from './target.js';
import { readSettingsFile } from './settings-file.js';
import { title } from './texts.js';
import { readXmlConfiguration } from './xml-files.js';

/** Spring's configuration, and that of data sources and services in Java applications without Spring. */
export const springAnalyzer: Analyzer = {
  id: by,
  title: title(),
  files: ['**/*.properties', '**/*.{yml,yaml}', '**/*.xml'],
  analyze: (matched, project) => {
    const collector = createFactCollector();
    const targetOf = createTargets(project, collector);
    const settings = new Set(settingFiles(project));
    for (const file of matched) {
      if (settings.has(file)) readSettingsFile(targetOf(file), file);
      else if (file.name.endsWith('.xml') && !isTestPath(file.path)) readXmlConfiguration(targetOf, file);
    }
    return collector.result();
  },
  derive: deriveBoot,
};

/** A target per unit, made once. */
function createTargets(project: Project, collector: FactCollector): (file: SourceFile) => UnitTarget {
  const maven = mavenProperties(project);
  const targets = new Map<string, UnitTarget>();
  return (file) => {
    const unit = unitOfFile(file.path, project);
    const known = targets.get(unit);
    if (known) return known;
    const target = { project, unit, collector, lookup: createSettingLookup(unit, project), maven };
    targets.set(unit, target);
    return target;
  };
}
